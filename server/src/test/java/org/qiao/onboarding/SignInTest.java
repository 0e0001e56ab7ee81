package org.qiao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

    private static final String PASSWORD = "a bridge over water";

    @Autowired
    TestClock clock;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private TestOrg org;
    private TestUser li;
    private String phone;

    @BeforeEach
    void aPersonWithAPassword() {
        org = given.org();
        li = org.user("李娜");
        phone = given.phone(li);
        given.password(li, PASSWORD);
    }

    @Test
    void theRightPasswordOpensASessionWithEverythingTheClientNeeds() {
        TestBrowser browser = new TestBrowser(http);

        Reply answer = signIn(browser, phone, PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/account/phone").asString()).isEqualTo(phone);
        assertThat(answer.json().at("/account/hasPassword").asBoolean()).isTrue();
        assertThat(answer.json().at("/member/id").asLong()).isEqualTo(li.id());
        assertThat(answer.json().at("/member/name").asString()).isEqualTo("李娜");
        assertThat(answer.json().at("/org/id").asLong()).isEqualTo(org.id());
        assertThat(answer.json().at("/org/settings/recallHours").asInt()).isEqualTo(24);
        assertThat(answer.json().at("/companies/0/current").asBoolean()).isTrue();
        assertThat(answer.json().path("disabled").asBoolean()).isFalse();
        assertThat(answer.json().has("token")).isFalse();
        assertThat(browser.get("/api/session").json().at("/member/id").asLong()).isEqualTo(li.id());
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndForeignPages() {
        Reply plain = signIn(new TestBrowser(http), phone, PASSWORD);
        Reply secure = new TestBrowser(http)
                .send(
                        HttpMethod.POST,
                        "/api/session",
                        body(phone, PASSWORD),
                        headers -> headers.set("X-Forwarded-Proto", "https"));

        assertThat(plain.headers().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("qiao_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(secure.headers().getFirst(HttpHeaders.SET_COOKIE)).contains("Secure");
    }

    @Test
    void aProgramGetsTheTokenAndNoCookie() {
        TestBrowser program = new TestBrowser(http);

        Reply answer = program.post(
                "/api/session",
                Map.of("login", phone, "password", PASSWORD, "bearer", true, "device", "backup script"));

        assertThat(answer.headers().get(HttpHeaders.SET_COOKIE)).isNull();
        TestUser asProgram = new TestUser(
                li.orgId(), li.accountId(), li.id(), answer.json().path("token").asString());
        Reply devices = new TestBrowser(http).signedIn(asProgram).get("/api/devices");
        assertThat(devices.json().at("/items/0/device").asString()).isEqualTo("backup script");
        assertThat(devices.json().at("/items/0/bearer").asBoolean()).isTrue();
        assertThat(devices.json().at("/items/0/current").asBoolean()).isTrue();
    }

    @Test
    void theLoginMayBeTypedInAnyUsualWay() {
        String domestic = phone.substring(3);

        assertThat(signIn(new TestBrowser(http), "+86 " + domestic, PASSWORD).status())
                .isEqualTo(200);
        assertThat(signIn(new TestBrowser(http), "0086-" + domestic, PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void everyReasonToRefuseGivesTheSameAnswer() {
        TestUser unclaimed = org.user();

        Reply wrong = signIn(new TestBrowser(http), phone, "not the password");
        Reply unknown = signIn(new TestBrowser(http), "+8613912345678", "not the password");
        Reply noPassword = signIn(new TestBrowser(http), given.phone(unclaimed), "not the password");
        Reply nonsense = signIn(new TestBrowser(http), "张三\u202e", "not the password");
        Reply mail = signIn(new TestBrowser(http), "nobody@example.com", "");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("account.wrong_login");
        assertThat(java.util.List.of(unknown, noPassword, nonsense, mail)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).isEqualTo(wrong.text());
        });
    }

    @Test
    void tenFailuresLockTheLoginFromEveryAddressEvenForTheRightPassword() {
        clock.still(() -> {
            for (int i = 0; i < 10; i++) {
                assertThat(signIn(new TestBrowser(http), phone, "wrong password " + i)
                                .status())
                        .isEqualTo(401);
            }

            Reply locked = signIn(new TestBrowser(http), phone, PASSWORD);

            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.code()).isEqualTo("account.too_many_attempts");
            assertThat(locked.json().at("/params/retryAfterSeconds").asLong()).isBetween(1L, 901L);
            assertThat(locked.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        });
    }

    @Test
    void aLoginThatDoesNotExistIsLockedInTheSameWay() {
        String nobody = "nobody" + li.accountId() + "@example.com";
        clock.still(() -> {
            for (int i = 0; i < 10; i++) {
                assertThat(signIn(new TestBrowser(http), nobody, "wrong password " + i)
                                .status())
                        .isEqualTo(401);
            }

            assertThat(signIn(new TestBrowser(http), nobody, "wrong password").status())
                    .isEqualTo(429);
        });
    }

    @Test
    void tenFailuresFromOneAddressLockTheAddressWhateverLoginIsTried() {
        TestBrowser attacker = new TestBrowser(http);
        clock.still(() -> {
            for (int i = 0; i < 10; i++) {
                signIn(attacker, "somebody" + i + "-" + li.accountId() + "@example.com", "Summer2026!!");
            }

            assertThat(signIn(attacker, phone, PASSWORD).status()).isEqualTo(429);
        });
        assertThat(signIn(new TestBrowser(http), phone, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aMistakeIsForgivenByTheRightPassword() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 5; i++) {
                signIn(new TestBrowser(http), phone, "wrong password " + i);
            }
            assertThat(signIn(new TestBrowser(http), phone, PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void signingOutEndsTheSessionAtOnceAndClearsTheCookie() {
        TestBrowser browser = new TestBrowser(http);
        signIn(browser, phone, PASSWORD);
        String token = String.valueOf(browser.cookie());

        Reply answer = browser.delete("/api/session");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().getFirst(HttpHeaders.SET_COOKIE)).contains("Max-Age=0");
        Reply after = new TestBrowser(http)
                .signedIn(new TestUser(li.orgId(), li.accountId(), li.id(), token))
                .get("/api/session");
        assertThat(after.status()).isEqualTo(401);
    }

    @Test
    void noLogTellsWhoTriedWhat(CapturedOutput output) {
        signIn(new TestBrowser(http), phone, "a secret nobody may read");
        String token = String.valueOf(signInCookie());

        assertThat(output.getAll()).doesNotContain("a secret nobody may read", PASSWORD, phone, token);
    }

    private @org.jspecify.annotations.Nullable String signInCookie() {
        TestBrowser browser = new TestBrowser(http);
        signIn(browser, phone, PASSWORD);
        return browser.cookie();
    }

    private static Reply signIn(TestBrowser browser, String login, String password) {
        return browser.post("/api/session", body(login, password));
    }

    private static Map<String, String> body(String login, String password) {
        return Map.of("login", login, "password", password);
    }
}
