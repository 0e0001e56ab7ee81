package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Moves the clock of everybody, so it runs alone. */
@QiaoTest
@Isolated
class ExpiryTest {

    private static final String PASSWORD = "a bridge over water";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private TestUser li;
    private TestBrowser admin;

    @BeforeEach
    void aCompany() {
        TestOrg org = given.org();
        li = org.user("李娜");
        given.password(li, PASSWORD);
        admin = new TestBrowser(http).signedIn(org.admin());
    }

    @Test
    void aResetLinkExpiresAfterADay() {
        Reply made = admin.post("/api/members/" + li.id() + "/reset-link", "");
        String path = "/api/links/" + made.json().path("path").asString().substring("/link/".length());
        assertThat(new TestBrowser(http).get(path).status()).isEqualTo(200);

        clock.forward(Duration.ofHours(25));

        assertThat(new TestBrowser(http).get(path).status()).isEqualTo(410);
        Reply used = new TestBrowser(http).post(path, Map.of("password", "another bridge entirely"));
        assertThat(used.code()).isEqualTo("account.link_used");
        assertThat(signIn(PASSWORD)).isEqualTo(200);
    }

    @Test
    void anInvitationExpiresWhenItsMakerSaid() {
        Reply made = admin.post("/api/invitations", Map.of("expiresInHours", 2, "approval", false));
        String path = "/api" + made.json().path("path").asString();
        assertThat(new TestBrowser(http).get(path).status()).isEqualTo(200);

        clock.forward(Duration.ofHours(3));

        assertThat(new TestBrowser(http).get(path).code()).isEqualTo("onboarding.invitation_gone");
        Reply joined = new TestBrowser(http).signedIn(given.org().user()).post(path, Map.of("name", "王五"));
        assertThat(joined.status()).isEqualTo(410);
    }

    @Test
    void aLockedLoginOpensAgainAfterAQuarterOfAnHour() {
        for (int i = 0; i < 10; i++) {
            signIn("wrong password " + i);
        }
        assertThat(signIn(PASSWORD)).isEqualTo(429);

        clock.forward(Duration.ofMinutes(15));

        assertThat(signIn(PASSWORD)).isEqualTo(200);
    }

    private int signIn(String password) {
        return new TestBrowser(http)
                .post("/api/session", Map.of("login", given.phone(li), "password", password))
                .status();
    }
}
