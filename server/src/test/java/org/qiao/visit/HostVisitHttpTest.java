package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Customers of whom a site says who they are. */
@QiaoTest
class HostVisitHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private TestOrg org;
    private TestBrowser admin;
    private TestBrowser work;
    private String code;

    @BeforeEach
    void aCard() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        work = new TestBrowser(http).signedIn(org.user("安娜"));
        code = work.post("/api/my-card", Map.of()).json().path("code").asString();
    }

    /** The device that an opening has given its token. */
    private TestBrowser device(Reply opened) {
        return new TestBrowser(http).signedIn(VisitScene.guest(org, opened));
    }

    @Test
    void aHostSiteSaysWhoItsUserIsOnEveryDevice() {
        String secret = admin.post("/api/admin/customers/host-keys", Map.of())
                .json()
                .path("secret")
                .asString();
        String token = HostTokensTest.sign(secret, org.id(), "user-7", clock.instant());

        Reply one = VisitScene.open(new TestBrowser(http), code, Map.of("host", token));
        Reply two = VisitScene.open(new TestBrowser(http), code, Map.of("host", token));

        assertThat(one.json().path("me").path("level").asString()).isEqualTo("HOST_SIGNED");
        assertThat(two.json().path("me").path("id"))
                .isEqualTo(one.json().path("me").path("id"));
        assertThat(two.json().path("token").asString()).isNotEmpty();
        assertThat(VisitScene.open(new TestBrowser(http), code, Map.of("host", token + "x"))
                        .code())
                .isEqualTo("visit.bad_host_token");
        String other = HostTokensTest.sign(secret, org.id(), "user-8", clock.instant());
        assertThat(device(one).post("/api/visit/me/host", Map.of("jwt", other)).code())
                .isEqualTo("visit.other_person");
        assertThat(admin.get("/api/admin/customers/host-keys")
                        .json()
                        .path(0)
                        .path("secret")
                        .isNull())
                .isTrue();
        assertThat(work.post("/api/admin/customers/host-keys", Map.of()).status())
                .isEqualTo(403);
        String key = "/api/admin/customers/host-keys/"
                + admin.get("/api/admin/customers/host-keys")
                        .json()
                        .path(0)
                        .path("id")
                        .asLong();
        assertThat(admin.delete(key).status()).isEqualTo(204);
        assertThat(admin.delete(key).code()).isEqualTo("visit.not_found");
        assertThat(VisitScene.open(new TestBrowser(http), code, Map.of("host", token))
                        .code())
                .isEqualTo("visit.bad_host_token");
    }

    @Test
    void onlyWhatTheSiteOfThisCompanySignedAndNotLongAgoIsBelieved() {
        String secret = hostSecret(admin);
        TestOrg neighbour = given.org();
        String foreign = hostSecret(new TestBrowser(http).signedIn(neighbour.admin()));
        Instant now = clock.instant();
        Map<String, Object> claims = Map.of(
                "sub",
                "user-7",
                "aud",
                "qiao:" + org.id(),
                "exp",
                now.plusSeconds(300).getEpochSecond());
        String unsigned = HostTokensTest.sign(secret, Map.of("alg", "none"), claims);
        Reply opened = VisitScene.open(new TestBrowser(http), code, Map.of("name", "路人"));
        TestBrowser guest = device(opened);

        Map<String, String> bad = Map.of(
                "another key", HostTokensTest.sign("wrong", org.id(), "user-7", now),
                "the neighbour's key", HostTokensTest.sign(foreign, org.id(), "user-7", now),
                "for the neighbour", HostTokensTest.sign(secret, neighbour.id(), "user-7", now),
                "the neighbour's own", HostTokensTest.sign(foreign, neighbour.id(), "user-7", now),
                "no algorithm", unsigned,
                "no signature", unsigned.substring(0, unsigned.lastIndexOf('.') + 1),
                "another algorithm", HostTokensTest.sign(secret, Map.of("alg", "RS256"), claims),
                "over", HostTokensTest.sign(secret, org.id(), "user-7", now.minus(Duration.ofMinutes(7))),
                "too long", HostTokensTest.sign(secret, org.id(), "user-7", now.plus(Duration.ofDays(400))));
        bad.forEach((what, jwt) -> {
            assertThat(VisitScene.open(new TestBrowser(http), code, Map.of("host", jwt))
                            .code())
                    .as(what)
                    .isEqualTo("visit.bad_host_token");
            assertThat(guest.post("/api/visit/me/host", Map.of("jwt", jwt)).code())
                    .as(what)
                    .isEqualTo("visit.bad_host_token");
        });
        assertThat(guest.get("/api/visit/me").json().path("level").asString()).isEqualTo("ANONYMOUS");

        String good = HostTokensTest.sign(secret, org.id(), "user-7", clock.instant());
        assertThat(guest.post("/api/visit/me/host", Map.of("jwt", good)).status())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(7));
        assertThat(VisitScene.open(new TestBrowser(http), code, Map.of("host", good))
                        .code())
                .as("sent again when it is over")
                .isEqualTo("visit.bad_host_token");

        String next = hostSecret(admin);
        clock.forward(Duration.ofHours(25));
        String old = HostTokensTest.sign(secret, org.id(), "user-7", clock.instant());
        assertThat(guest.post("/api/visit/me/host", Map.of("jwt", old)).code())
                .as("of a secret that was replaced")
                .isEqualTo("visit.bad_host_token");
        String fresh = HostTokensTest.sign(next, org.id(), "user-7", clock.instant());
        assertThat(guest.post("/api/visit/me/host", Map.of("jwt", fresh)).status())
                .isEqualTo(200);
    }

    private static String hostSecret(TestBrowser admin) {
        return admin.post("/api/admin/customers/host-keys", Map.of())
                .json()
                .path("secret")
                .asString();
    }

    @Test
    void whoIsBlockedDoesNotComeBackByTheSiteNorWaitToBeAccepted() {
        String jwt = HostTokensTest.sign(hostSecret(admin), org.id(), "user-7", clock.instant());
        Map<String, Object> card =
                Map.of("title", "", "needs", List.of(), "autoReply", "", "skipVerify", false, "hours", List.of());
        assertThat(work.put("/api/my-card", card).status()).isEqualTo(200);
        Reply opened = VisitScene.open(new TestBrowser(http), code, Map.of("host", jwt));
        assertThat(opened.json().path("result").asString()).isEqualTo("WAITING");
        admin.post("/api/customer-waits/" + opened.json().at("/wait/id").asLong() + "/refuse", Map.of());
        long id = opened.json().at("/me/id").asLong();
        assertThat(admin.post("/api/customers/" + id + "/block", Map.of("reason", "骚扰"))
                        .status())
                .isEqualTo(204);

        assertThat(VisitScene.open(new TestBrowser(http), code, Map.of("host", jwt))
                        .code())
                .isEqualTo("visit.blocked");

        assertThat(admin.get("/api/customer-waits").json().path("items")).isEmpty();
    }

    @Test
    void aDeviceThatIsForgottenIsNobodysAndTheOthersStay() {
        String secret = hostSecret(admin);
        String jwt = HostTokensTest.sign(secret, org.id(), "user-7", clock.instant());
        TestBrowser shared = device(VisitScene.open(new TestBrowser(http), code, Map.of("host", jwt)));
        TestBrowser own = device(VisitScene.open(new TestBrowser(http), code, Map.of("host", jwt)));

        assertThat(shared.delete("/api/visit/me/device").status()).isEqualTo(204);

        assertThat(shared.get("/api/visit/me").status()).isEqualTo(401);
        assertThat(own.get("/api/visit/me").status()).isEqualTo(200);
    }
}
