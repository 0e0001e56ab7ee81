package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Rival;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@QiaoTest
class OwnAccountTest {

    private static final String PASSWORD = "a bridge over water";
    private static final String NEXT = "another bridge entirely";

    @Autowired
    TestClock clock;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Sessions sessions;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestUser li;
    private TestBrowser browser;

    @BeforeEach
    void aPersonAtADevice() {
        li = given.org().user("李娜");
        given.password(li, PASSWORD);
        browser = new TestBrowser(http).signedIn(li);
    }

    @Test
    void aChangeAtOneDeviceIsNotUndoneByAnotherAtTheSameMoment() throws Exception {
        Thread other = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("""
                            update account a set locale = 'en'
                            from principal p
                            where p.account_id = a.id and p.id = :id
                            """).param("id", li.id()).update();
            return Rival.start(jdbc, () -> browser.put("/api/account", Map.of("theme", "DARK")));
        }));
        other.join();

        Reply now = browser.put("/api/account", Map.of());
        assertThat(now.json().path("theme").asString()).isEqualTo("DARK");
        assertThat(now.json().path("locale").asString()).isEqualTo("en");
    }

    @Test
    void whatNobodyHadTimeToLookAtIsNoFailedAttempt() {
        for (int i = 0; i <= Attempts.MAX_FAILURES; i++) {
            Thread.currentThread().interrupt(); // as when its turn does not come in time
            assertThatThrownBy(() -> credentials.check("nobody", PASSWORD, "198.51.100.77"))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.is(PlatformProblem.BUSY)).isTrue());
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThatThrownBy(() -> credentials.check("nobody", PASSWORD, "198.51.100.77"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(AccountProblem.WRONG_LOGIN))
                                .isTrue());
    }

    @Test
    void revokingADeviceEndsItsSessionWithTheNextRequest() {
        TestUser phone = device();
        TestBrowser onPhone = new TestBrowser(http).signedIn(phone);
        assertThat(onPhone.get("/api/devices").status()).isEqualTo(200); // now it is cached
        long id = other(browser);

        assertThat(browser.delete("/api/devices/" + id).status()).isEqualTo(204);

        assertThat(onPhone.get("/api/devices").status()).isEqualTo(401);
        assertThat(browser.get("/api/devices").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void theDeviceOfAnotherPersonDoesNotExist() {
        TestUser stranger = given.org().user();
        TestBrowser theirs = new TestBrowser(http).signedIn(stranger);
        long id = theirs.get("/api/devices").json().at("/items/0/id").asLong();

        Reply foreign = browser.delete("/api/devices/" + id);
        Reply missing = browser.delete("/api/devices/9223372036854775807");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text().replace("/devices/" + id, ""))
                .isEqualTo(missing.text().replace("/devices/9223372036854775807", ""));
        assertThat(theirs.get("/api/devices").status()).isEqualTo(200);
    }

    @Test
    void devicesArePagedNewestFirst() {
        device();
        device();

        Reply first = browser.get("/api/devices?limit=2");
        Reply second = browser.get(
                "/api/devices?limit=2&after=" + first.json().path("next").asString());

        assertThat(first.json().path("items").size()).isEqualTo(2);
        assertThat(second.json().path("items").size()).isEqualTo(1);
        assertThat(second.json().at("/items/0/current").asBoolean()).isTrue();
        assertThat(second.json().path("next").isNull()).isTrue();
    }

    @Test
    void onlyTheFiftyDevicesUsedLastStaySignedIn() {
        OpenedSession first = open();
        for (int i = 0; i < Sessions.PER_ACCOUNT; i++) {
            open();
        }

        assertThat(sessions.find(first.token())).isEmpty();
    }

    @Test
    void aNewPasswordSignsOutEveryOtherDeviceAndTheOldOneNoLongerWorks() {
        TestBrowser onPhone = new TestBrowser(http).signedIn(device());
        assertThat(onPhone.get("/api/devices").status()).isEqualTo(200);

        Reply changed = browser.put("/api/account/password", Map.of("current", PASSWORD, "next", NEXT));

        assertThat(changed.status()).isEqualTo(204);
        assertThat(onPhone.get("/api/devices").status()).isEqualTo(401);
        assertThat(browser.get("/api/devices").status()).isEqualTo(200);
        assertThat(signIn(PASSWORD)).isEqualTo(401);
        assertThat(signIn(NEXT)).isEqualTo(200);
    }

    @Test
    void theCurrentPasswordIsAskedForAndGuessingItIsLimited() {
        assertThat(browser.put("/api/account/password", Map.of("next", NEXT)).code())
                .isEqualTo("account.password_required");
        clock.still(() -> {
            for (int i = 0; i < 10; i++) {
                Reply wrong = browser.put("/api/account/password", Map.of("current", "wrong " + i, "next", NEXT));
                assertThat(wrong.status()).isEqualTo(403);
                assertThat(wrong.code()).isEqualTo("account.wrong_password");
            }

            assertThat(browser.put("/api/account/password", Map.of("current", PASSWORD, "next", NEXT))
                            .status())
                    .isEqualTo(429);
        });
    }

    @Test
    void aWeakNewPasswordIsRefused() {
        for (String weak : List.of("short", "1234567890", given.phone(li), "x".repeat(129))) {
            assertThat(browser.put("/api/account/password", Map.of("current", PASSWORD, "next", weak))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(signIn(PASSWORD)).isEqualTo(200);
    }

    @Test
    void languageAndThemeChangeWithoutAPasswordAndReachTheNextRequest() {
        Reply changed = browser.put("/api/account", Map.of("locale", "en", "theme", "DARK"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("locale").asString()).isEqualTo("en");
        assertThat(changed.json().path("theme").asString()).isEqualTo("DARK");
        assertThat(sessions.find(li.token())
                        .orElseThrow()
                        .person()
                        .orElseThrow()
                        .locale())
                .hasToString("en");
    }

    @Test
    void phoneAndMailNeedThePasswordAndAreKeptInTheirOneForm() {
        String mail = "Li.Na." + li.accountId() + "@Example.com";

        assertThat(browser.put("/api/account", Map.of("email", mail)).code()).isEqualTo("account.password_required");
        Reply changed = browser.put("/api/account", Map.of("email", mail, "password", PASSWORD));

        assertThat(changed.json().path("email").asString()).isEqualTo("li.na." + li.accountId() + "@example.com");
        assertThat(browser.put("/api/account", Map.of("phone", "", "password", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(browser.put("/api/account", Map.of("email", "", "password", PASSWORD))
                        .code())
                .isEqualTo("account.login_required");
        assertThat(browser.put("/api/account", Map.of("phone", "12", "password", PASSWORD))
                        .code())
                .isEqualTo("account.bad_login");
    }

    @Test
    void theLoginOfSomebodyElseIsTaken() {
        String taken = given.phone(given.org().user());

        Reply refused = browser.put("/api/account", Map.of("phone", taken, "password", PASSWORD));

        assertThat(refused.status()).isIn(400, 409); // the number of a test person is none of a real country
        assertThat(browser.get("/api/session").json().at("/account/phone").asString())
                .isEqualTo(given.phone(li));
    }

    private long other(TestBrowser mine) {
        return mine.get("/api/devices")
                .json()
                .path("items")
                .valueStream()
                .filter(device -> !device.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private TestUser device() {
        return new TestUser(li.orgId(), li.accountId(), li.id(), given.session(li.accountId(), li.id()));
    }

    private OpenedSession open() {
        return sessions.open(new NewSession(li.accountId(), li.id(), false, "test", "127.0.0.1"));
    }

    private int signIn(String password) {
        return new TestBrowser(http)
                .post("/api/session", Map.of("login", given.phone(li), "password", password))
                .status();
    }
}
