package org.qiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP interface changes only on purpose: it is compared with docs/openapi.json, from which the web client's types are
 * made. {@code QIAO_UPDATE_SNAPSHOTS=1 ./qiao test ApiSnapshot} writes the new form.
 */
@QiaoTest
class ApiSnapshotTest {

    private static final Path SNAPSHOT = SourceFile.REPOSITORY.resolve("docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Test
    void theInterfaceIsTheOneWrittenDown() throws IOException {
        TestUser user = given.org().user();

        String document = http.get()
                .uri("/api/openapi.json")
                .headers(user::signIn)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        Map<String, Object> now = JSON.readValue(document, new TypeReference<>() {});
        now.remove("servers"); // the test's random port
        String text = JSON.writeValueAsString(now) + "\n";
        if (System.getenv("QIAO_UPDATE_SNAPSHOTS") != null) {
            Files.writeString(SNAPSHOT, text);
        }
        assertThat(text)
                .as("run QIAO_UPDATE_SNAPSHOTS=1 ./qiao test ApiSnapshot, then read the difference")
                .isEqualTo(Files.exists(SNAPSHOT) ? Files.readString(SNAPSHOT) : "");
    }
}
