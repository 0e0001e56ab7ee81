package org.qiao.noticepush;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.account.Guests;
import org.qiao.account.Principals;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class SubscriptionHttpTest {

    private static final String ENDPOINT = "https://push.example.com/send/1";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Principals principals;

    @Autowired
    Guests guests;

    @Test
    void aDeviceSubscribesAndUnsubscribes() throws Exception {
        TestUser user = given.org().user();
        TestBrowser browser = new TestBrowser(http).signedIn(user);

        Reply made = browser.post("/api/notice/subscriptions", body(ENDPOINT));

        assertThat(made.status()).isEqualTo(201);
        long id = made.json().path("id").asLong();
        assertThat(of(user))
                .extracting(Subscription::id, Subscription::endpoint)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, ENDPOINT));
        assertThat(browser.delete("/api/notice/subscriptions/" + id).status()).isEqualTo(204);
        assertThat(of(user)).isEmpty();
        assertThat(browser.delete("/api/notice/subscriptions/" + id).status()).isEqualTo(404);
    }

    @Test
    void theKeyIsTheSameForEverybody() {
        TestBrowser one = new TestBrowser(http).signedIn(given.org().user());
        TestBrowser other = new TestBrowser(http).signedIn(given.org().user());

        String key = one.get("/api/notice/push-key").json().path("key").asString();

        assertThat(key).matches("[A-Za-z0-9_-]{87}");
        assertThat(other.get("/api/notice/push-key").json().path("key").asString())
                .isEqualTo(key);
    }

    @Test
    void theSameBrowserAgainReplacesItsKeys() throws Exception {
        TestUser user = given.org().user();
        TestBrowser browser = new TestBrowser(http).signedIn(user);

        long first = browser.post("/api/notice/subscriptions", body(ENDPOINT))
                .json()
                .path("id")
                .asLong();
        byte[] before = of(user).getFirst().auth();
        long second = browser.post("/api/notice/subscriptions", body(ENDPOINT))
                .json()
                .path("id")
                .asLong();

        assertThat(second).isEqualTo(first);
        assertThat(of(user)).hasSize(1);
        assertThat(of(user).getFirst().auth()).isNotEqualTo(before);
    }

    @Test
    void aBrowserSpeaksForWhoSubscribedLast() throws Exception {
        TestOrg org = given.org();
        TestUser before = org.user();
        TestUser now = org.user("李四");
        new TestBrowser(http).signedIn(before).post("/api/notice/subscriptions", body(ENDPOINT));

        new TestBrowser(http).signedIn(now).post("/api/notice/subscriptions", body(ENDPOINT));

        assertThat(of(before)).isEmpty();
        assertThat(of(now)).hasSize(1);
    }

    @Test
    void theSubscriptionOfAColleagueDoesNotExist() throws Exception {
        TestOrg org = given.org();
        TestUser owner = org.user();
        long id = new TestBrowser(http)
                .signedIn(owner)
                .post("/api/notice/subscriptions", body(ENDPOINT))
                .json()
                .path("id")
                .asLong();

        Reply refused = new TestBrowser(http).signedIn(org.user("李四")).delete("/api/notice/subscriptions/" + id);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(of(owner)).hasSize(1);
    }

    @Test
    void aDeviceThatIsSignedOutHearsNothingMore() throws Exception {
        TestUser user = given.org().user();
        TestBrowser lost = new TestBrowser(http).signedIn(user);
        TestUser kept =
                new TestUser(user.orgId(), user.accountId(), user.id(), given.session(user.accountId(), user.id()));
        lost.post("/api/notice/subscriptions", body(ENDPOINT));
        new TestBrowser(http).signedIn(kept).post("/api/notice/subscriptions", body(ENDPOINT + "2"));

        assertThat(lost.delete("/api/session").status()).isEqualTo(204);

        Await.until(() -> of(user).size() == 1);
        assertThat(of(user).getFirst().endpoint()).isEqualTo(ENDPOINT + "2");
    }

    @Test
    void aMemberWhoIsLockedOutHearsNothingMore() throws Exception {
        TestUser user = given.org().user();
        new TestBrowser(http).signedIn(user).post("/api/notice/subscriptions", body(ENDPOINT));

        principals.setEnabled(user.orgId(), user.id(), false);

        Await.until(() -> of(user).isEmpty());
    }

    @Test
    void aCustomersDeviceIsHisAloneGoesWithHimAndEndsWithHisSession() throws Exception {
        TestOrg org = given.org();
        TestUser wang = given.guest(org, "王客户");
        TestUser li = given.guest(org, "李客户");
        TestBrowser device = new TestBrowser(http).signedIn(wang);
        String path = "/api/visit/push/subscriptions";

        JsonNode offer = device.get("/api/visit/push").json();
        assertThat(offer.path("key").asString()).matches("[A-Za-z0-9_-]{87}");
        assertThat(offer.path("ready").asBoolean()).isTrue();
        assertThat(device.post("/api/notice/subscriptions", body(ENDPOINT)).status())
                .isEqualTo(401);
        assertThat(device.post(path, body("https://10.0.0.1/x")).code()).isEqualTo("notice.bad_subscription");
        long id = device.post(path, body(ENDPOINT)).json().path("id").asLong();
        assertThat(new TestBrowser(http).signedIn(li).delete(path + "/" + id).status())
                .isEqualTo(404);
        assertThat(of(wang)).hasSize(1);

        guests.moveSessions(org.id(), wang.id(), li.id());
        Await.until(() -> of(wang).isEmpty() && of(li).size() == 1);
        guests.setEnabled(org.id(), li.id(), false);
        Await.until(() -> of(li).isEmpty());
        guests.setEnabled(org.id(), li.id(), true);
        Map<String, String> again = body(ENDPOINT);
        Await.until(() -> device.post(path, again).status() == 201);
        guests.revokeAll(org.id(), li.id());
        Await.until(() -> of(li).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.com/x",
                "ftp://push.example.com/x",
                "push.example.com",
                "https://localhost/x",
                "https://a.localhost/x",
                "https://printer.local/x",
                "https://db.internal/x",
                "https://intranet/x",
                "https://127.0.0.1/x",
                "https://10.0.0.1:8443/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://[::1]/x",
                "https://user@push.example.com/x",
                "https://push.example.com/x#part",
                "https://push.example.com./x",
                "https://push example.com/x",
                "javascript:alert(1)"
            })
    void onlyPublicPushServicesAreTaken(String endpoint) throws Exception {
        TestUser user = given.org().user();

        Reply refused = new TestBrowser(http).signedIn(user).post("/api/notice/subscriptions", body(endpoint));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("notice.bad_subscription");
        assertThat(refused.json().at("/params/field").asString()).isEqualTo("endpoint");
        assertThat(of(user)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"p256dh, x", "p256dh, BAAA", "p256dh, !!", "auth, x!", "auth, AAAA"})
    void keysThatAreNoneAreRefused(String field, String value) throws Exception {
        TestUser user = given.org().user();
        Map<String, String> body = body(ENDPOINT);
        body.put(field, value);

        Reply refused = new TestBrowser(http).signedIn(user).post("/api/notice/subscriptions", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/params/field").asString()).isEqualTo(field);
        assertThat(of(user)).isEmpty();
    }

    @Test
    void whatIsMissingOrTooLongIsRefused() throws Exception {
        TestBrowser browser = new TestBrowser(http).signedIn(given.org().user());

        assertThat(browser.post("/api/notice/subscriptions", Map.of()).status()).isEqualTo(400);
        assertThat(browser.post("/api/notice/subscriptions", body(ENDPOINT + "x".repeat(1_000)))
                        .status())
                .isEqualTo(400);
    }

    private List<Subscription> of(TestUser user) {
        return subscriptions.of(user.orgId(), user.id());
    }

    private static Map<String, String> body(String endpoint) throws Exception {
        SubscriptionRequest request = Browser.create().subscription(endpoint);
        return new java.util.HashMap<>(
                Map.of("endpoint", endpoint, "p256dh", request.p256dh(), "auth", request.auth()));
    }
}
