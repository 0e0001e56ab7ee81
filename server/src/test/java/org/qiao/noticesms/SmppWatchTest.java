package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class SmppWatchTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    SmppWatch watch;

    @Test
    void aProviderIsConnectedBeforeThereIsAnythingToSend() throws IOException {
        TestUser admin = given.org().admin();
        try (TestSmsc smsc = new TestSmsc()) {
            http.put()
                    .uri("/api/admin/notice/channels/SMS")
                    .headers(admin::signIn)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "kind",
                            "SMPP",
                            "enabled",
                            true,
                            "settings",
                            Map.of("host", "127.0.0.1", "port", smsc.port(), "systemId", "qiao", "password", "secret")))
                    .exchange()
                    .expectStatus()
                    .isOk();

            watch.look();

            Await.until(() -> !smsc.binds.isEmpty());
            assertThat(smsc.taken).isEmpty();
            http.delete()
                    .uri("/api/admin/notice/channels/SMS")
                    .headers(admin::signIn)
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
        }
    }
}
