package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Actor;
import org.qiao.platform.FieldChanges.FieldChange;
import org.qiao.platform.Grant;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Rival;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QiaoTest
class CarriersTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AGAIN =
            "state = 'QUEUED', reason = null, due_at = timestamptz '2999-01-01', not_after = timestamptz '2999-01-02'";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private NoticeDesk desk;

    @Autowired
    void desk(ApplicationContext server) {
        desk = new NoticeDesk(server);
    }

    @Autowired
    CarrierStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final List<Object> told = new java.util.ArrayList<>();
    private final PostOffice postOffice = new PostOffice();
    private TestUser admin;
    private Actor actor;
    private Carriers carriers;

    @BeforeEach
    void company() {
        admin = given.org().admin();
        actor = admin.actor(Grant.ADMIN);
        carriers = carriers((byte) 1);
    }

    private Carriers carriers(byte key) {
        byte[] bytes = new byte[32];
        bytes[0] = key;
        return new Carriers(
                List.of(postOffice),
                store,
                new SettingsSeal(bytes),
                JSON,
                OutboundNetworks.of("10.0.0.0/8"),
                told::add,
                clock);
    }

    private ChannelView put(Map<String, @Nullable Object> settings) {
        return java.util.Objects.requireNonNull(transaction.execute(status ->
                carriers.put(actor, Channel.EMAIL, new CarrierRequest(CarrierKind.SMTP, settings, true, 60, 3))));
    }

    @Test
    void aSecretGoesInAndNeverComesOut() {
        ChannelView view = put(Map.of("host", "mail.qiao.cn", "password", "hunter2-hunter2"));

        assertThat(view.settings()).containsEntry("host", "mail.qiao.cn").containsEntry("password", null);
        assertThat(view.secrets()).containsExactly("password");
        assertThat(JSON.writeValueAsString(carriers.list(actor))).doesNotContain("hunter2");
        assertThat(new String(sealed(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("hunter2")
                .doesNotContain("mail.qiao.cn");
        assertThat(line().settings()).contains("hunter2-hunter2");
        assertThat(line().toString()).doesNotContain("hunter2");
    }

    @Test
    void anOmittedSecretKeepsItsValueAndTheCarrierIsToldToForget() {
        put(Map.of("host", "mail.qiao.cn", "password", "hunter2-hunter2"));
        Map<String, @Nullable Object> next = new HashMap<>();
        next.put("host", "mail.qiao.cn");
        next.put("from", "a@qiao.cn");
        next.put("password", null);
        put(next);
        put(Map.of("host", "MAIL.qiao.cn", "from", "b@qiao.cn"));

        assertThat(line().settings()).contains("b@qiao.cn").contains("hunter2-hunter2");
        assertThat(postOffice.forgotten).containsOnly(admin.orgId()).hasSize(3);
    }

    @Test
    void aStoredSecretGoesNowhereElse() {
        put(Map.of("host", "mail.qiao.cn", "password", "hunter2-hunter2"));

        assertThatThrownBy(() -> put(Map.of("host", "mx.qiao.cn"))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("notice.secret_again");
            assertThat(problem.params()).containsEntry("field", "password");
        });
        assertThat(line().settings()).contains("mail.qiao.cn");

        put(Map.of("host", "mx.qiao.cn", "password", "entered-again"));
        put(Map.of("host", "other.qiao.cn", "password", ""));
        assertThat(line().settings()).contains("other.qiao.cn").doesNotContain("entered-again");
    }

    @Test
    void settingsCannotNameThisMachine() {
        assertThatThrownBy(() -> put(Map.of("host", "127.0.0.1"))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("notice.address_refused");
            assertThat(problem.params()).containsEntry("field", "host");
        });
        put(Map.of("host", "10.1.2.3"));
    }

    @Test
    void everyChangeIsToldWithoutSecrets() {
        put(Map.of(
                "host", "mail.qiao.cn", "password", "hunter2-hunter2", "url", "https://sms/?key=hunter3", "body", "k"));
        put(Map.of(
                "host",
                "mail.qiao.cn",
                "password",
                "hunter4-hunter4",
                "url",
                "https://sms2/?key=hunter5",
                "body",
                "l"));
        transaction.executeWithoutResult(status -> carriers.enable(actor, Channel.EMAIL, false));
        transaction.executeWithoutResult(status -> carriers.delete(actor, Channel.EMAIL));

        assertThat(told)
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain("hunter"));
        ChannelChanged first = (ChannelChanged) told.get(0);
        assertThat(first.before()).isNull();
        assertThat(first.after()).isEqualTo(CarrierKind.SMTP);
        assertThat(first.secrets()).containsExactly("password");
        assertThat(first.fields()).contains(new FieldChange("host", null, "mail.qiao.cn"));
        ChannelChanged second = (ChannelChanged) told.get(1);
        assertThat(second.secrets()).containsExactly("password");
        assertThat(second.fields())
                .containsExactly(
                        new FieldChange("body", null, null),
                        new FieldChange("url", "https://sms/?…", "https://sms2/?…"));
        assertThat(((ChannelChanged) told.get(2)).fields())
                .containsExactly(new FieldChange("enabled", "true", "false"));
        ChannelChanged last = (ChannelChanged) told.get(3);
        assertThat(last.before()).isEqualTo(CarrierKind.SMTP);
        assertThat(last.after()).isNull();
        assertThat(last.secrets()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkChangeNothing() {
        put(Map.of("host", "mail.qiao.cn", "password", "hunter2-hunter2"));

        assertThatThrownBy(() -> put(Map.of("host", "")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.params()).containsEntry("field", "host"));

        assertThat(line().settings()).contains("mail.qiao.cn");
    }

    @Test
    void anotherKeyOpensNothingAndNothingIsSent() {
        put(Map.of("host", "mail.qiao.cn", "password", "hunter2-hunter2"));

        Carriers stranger = carriers((byte) 2);

        assertThat(stranger.find(admin.orgId(), Channel.EMAIL)).isEmpty();
        assertThat(stranger.list(actor)).anySatisfy(view -> {
            assertThat(view.channel()).isEqualTo(Channel.EMAIL);
            assertThat(view.state()).isEqualTo(ChannelView.State.UNREADABLE);
            assertThat(view.settings()).isNull();
        });
    }

    @Test
    void whatWasSealedForOneCompanyOrChannelOpensForNoOther() {
        SettingsSeal seal = new SettingsSeal(new byte[32]);
        byte[] closed = seal.close(1, Channel.SMS, "{}");
        byte[] bent = closed.clone();
        bent[bent.length - 1] ^= 1;

        assertThat(seal.open(1, Channel.SMS, closed)).contains("{}");
        assertThat(seal.open(2, Channel.SMS, closed)).isEmpty();
        assertThat(seal.open(1, Channel.VOICE, closed)).isEmpty();
        assertThat(seal.open(1, Channel.SMS, bent)).isEmpty();
        assertThat(seal.open(1, Channel.SMS, new byte[3])).isEmpty();
        assertThat(seal.close(1, Channel.SMS, "{}")).isNotEqualTo(closed);
    }

    @Test
    void secretsAreFoundByNameAndByWhatTheCarrierSays() {
        SecretFields fields = new SecretFields(java.util.Set.of("headers"));
        JsonNode settings = JSON.readTree("""
                {"url": "https://sms", "apiToken": "a", "proxy": {"clientSecret": "b", "port": 1},
                    "headers": {"X-Key": "c"}, "list": [{"password": "d"}], "empty": null}
                """);

        assertThat(fields.hide(settings).toString()).isEqualTo("""
                {"url":"https://sms","apiToken":null,"proxy":{"clientSecret":null,"port":1},\
                "headers":null,"list":[{"password":null}],"empty":null}""");
        assertThat(fields.present(settings))
                .containsExactly("apiToken", "proxy.clientSecret", "headers", "list.password");
        assertThat(fields.keep(JSON.readTree("{\"proxy\":{\"port\":2},\"apiToken\":\"new\"}"), settings)
                        .toString())
                .contains("\"clientSecret\":\"b\"")
                .contains("\"port\":2")
                .contains("\"apiToken\":\"new\"")
                .contains("\"X-Key\":\"c\"");
    }

    @Test
    void othersLearnWhatIsReadyAndWhatItCosts() {
        put(Map.of("host", "mail.qiao.cn"));
        assertThat(carriers.offers(admin.orgId()).get(Channel.EMAIL))
                .isEqualTo(new Carriers.Offer(Channel.EMAIL, true, false, 3));

        transaction.executeWithoutResult(status -> carriers.enable(actor, Channel.EMAIL, false));

        assertThat(carriers.offers(admin.orgId()).values()).noneMatch(Carriers.Offer::ready);
    }

    @Test
    void onlyFullAdministratorsSeeChannels() {
        TestBrowser member = new TestBrowser(http).signedIn(given.org().user());
        TestBrowser boss = new TestBrowser(http).signedIn(admin);

        assertThat(member.get("/api/admin/notice/channels").status()).isEqualTo(403);
        JsonNode channels = boss.get("/api/admin/notice/channels").json();
        assertThat(channels.size()).isEqualTo(4);
        assertThat(boss.put("/api/admin/notice/channels/SMS", Map.of("kind", "SMTP", "enabled", true))
                        .code())
                .isEqualTo("platform.invalid");
        assertThat(boss.delete("/api/admin/notice/channels/SMS").code()).isEqualTo("notice.not_found");
        assertThat(boss.put("/api/admin/notice/channels/SMS/enabled", Map.of("enabled", true))
                        .code())
                .isEqualTo("notice.no_channel");
    }

    @Test
    void theTestButtonSendsOneRealNoticeAndShowsWhatBecameOfIt() {
        TestBrowser boss = new TestBrowser(http).signedIn(admin);
        String test = "/api/admin/notice/channels/SMS/test";
        assertThat(boss.post(test, Map.of()).code()).isEqualTo("notice.no_channel");
        desk.simulate(admin, "WORKING");
        assertThat(boss.post(test, Map.of("address", "123")).code()).isEqualTo("platform.invalid");

        JsonNode order = boss.post(test, Map.of("address", "138 0013 8000")).json();

        assertThat(order.path("address").asString()).isEqualTo("•••8000");
        String path = "/api/admin/notice/orders/" + order.path("id").asLong();
        org.qiao.testing.Await.until(
                () -> boss.get(path).json().path("state").asString("").equals("DELIVERED"));
    }

    @Test
    void deadLettersAreShownAndSentAgain() {
        TestBrowser boss = new TestBrowser(http).signedIn(admin);
        desk.order(admin, desk.toMember("dead", Channel.SMS, admin));
        desk.awaitFailure(admin, "dead");
        JsonNode dead = boss.get("/api/admin/notice/orders?state=FAILED&channel=SMS")
                .json()
                .path("items")
                .path(0);
        assertThat(dead.path("reason").asString()).isEqualTo("NO_CHANNEL");
        assertThat(dead.path("retryable").asBoolean()).isTrue();
        desk.simulate(admin, "WORKING");
        jdbc.sql("update notice_carrier set price_fen = 5 where org_id = :org")
                .param("org", admin.orgId())
                .update();

        String again = "/api/admin/notice/orders/" + dead.path("id").asLong() + "/retry";
        assertThat(boss.post(again, Map.of()).json().path("state").asString()).isEqualTo("QUEUED");

        desk.await(admin, "dead", NoticeState.DELIVERED);
        assertThat(boss.post(again, Map.of()).code()).isEqualTo("notice.not_failed");
        JsonNode usage = boss.get("/api/admin/notice/usage").json();
        assertThat(usage.size()).isEqualTo(1);
        assertThat(usage.path(0).path("delivered").asInt()).isEqualTo(1);
        assertThat(usage.path(0).path("costFen").asInt()).isEqualTo(5);
    }

    @Test
    void aMonthAfterItsEndAnOrderSaysNothingMore() throws Exception {
        desk.order(admin, desk.toNumber("old", Channel.SMS, "13800138000"));
        desk.awaitFailure(admin, "old");
        desk.set(admin, "old", "moved_at = timestamptz '2020-01-01 00:00:00Z', sent_to = address, answer = '1'");

        ClaimStore claims = new ClaimStore(jdbc, JSON);
        Instant monthAgo = clock.instant().minus(Duration.ofDays(30));
        Thread emptying = Objects.requireNonNull(transaction.execute(
                status -> { // as it is tried again
                    desk.set(admin, "old", AGAIN);
                    return Rival.start(jdbc, () -> claims.empty(monthAgo, 1_000));
                }));
        emptying.join();
        assertThat(jdbc.sql("select content is not null from notice_order where org_id = :org")
                        .param("org", admin.orgId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        desk.set(admin, "old", "state = 'FAILED', reason = 'REFUSED'");
        claims.empty(monthAgo, 1_000);

        assertThat(jdbc.sql("""
                        select coalesce(content::text, '') || coalesce(sent_to, '') || coalesce(answer, '') || address
                        from notice_order where org_id = :org
                        """).param("org", admin.orgId()).query(String.class).single())
                .isEmpty();
        TestBrowser boss = new TestBrowser(http).signedIn(admin);
        long id = desk.see(admin, "old").id();
        assertThat(boss.post("/api/admin/notice/orders/" + id + "/retry", Map.of())
                        .code())
                .isEqualTo("notice.content_gone");
    }

    private byte[] sealed() {
        return store.find(admin.orgId(), Channel.EMAIL).orElseThrow().settings();
    }

    private Carriers.Line line() {
        return carriers.find(admin.orgId(), Channel.EMAIL).orElseThrow();
    }

    /** A carrier with a password, that carries nothing. */
    private static final class PostOffice implements Carrier {

        private final List<Long> forgotten = new java.util.ArrayList<>();

        @Override
        public CarrierKind kind() {
            return CarrierKind.SMTP;
        }

        @Override
        public Outcome carry(String settings, Parcel parcel) {
            return new Outcome.Failed(FailReason.REFUSED, 0);
        }

        @Override
        public String check(String settings) {
            if (JSON.readTree(settings).path("host").asString("").isEmpty()) {
                throw NoticeProblem.BAD_SETTINGS.problem("field", "host");
            }
            return settings;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(30);
        }

        @Override
        public List<Destination> destinations(String settings) {
            return List.of(
                    new Destination("host", JSON.readTree(settings).path("host").asString(""), 25, "", 1));
        }

        @Override
        public java.util.Set<String> untold() {
            return java.util.Set.of("body");
        }

        @Override
        public void forget(long orgId) {
            forgotten.add(orgId);
        }
    }
}
