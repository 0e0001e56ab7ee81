package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a company's gateway posts, over HTTP. */
@QiaoTest
class SmsCallbackTest {

    private static final String ADDRESS = "/api/admin/notice/sms-callback";
    private static final String CHANNEL = "/api/admin/notice/channels/SMS";
    private static final String RULES = """
            {"receipt":{"reference":"/id","state":"/status","delivered":["DELIVERED","true","0"],
                        "failed":{"EXPIRED":"NO_ROUTE","BLACK":"REFUSED"}},
             "reply":{"from":"/from","text":"/text"},"answer":"{\\"code\\":0}"}
            """;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    RecordingInbound inbound;

    @Autowired
    JdbcClient jdbc;

    private TestBrowser gateway;
    private TestUser admin;
    private TestBrowser boss;
    private long org;
    private String path;

    @BeforeEach
    void aCompanyWithAnAddress() {
        gateway = new TestBrowser(http);
        admin = given.org().admin();
        boss = new TestBrowser(http).signedIn(admin);
        org = admin.orgId();
        connect(boss, "https://sms.example.com/send", RULES);
        path = open(boss);
    }

    private static void connect(TestBrowser boss, String url, @Nullable String rules) {
        String settings = """
                {"kind":"HTTP_SMS","enabled":true,"settings":{"url":"%s","intranet":true,
                 "body":"{\\"to\\":\\"{{phone}}\\",\\"text\\":\\"{{text}}\\"}","idPointer":"/BizId","callback":%s}}
                """.formatted(url, rules);
        Reply reply = boss.put(CHANNEL, settings);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    /** Makes an address, or another one. @return its path */
    private static String open(TestBrowser boss) {
        String url = boss.post(ADDRESS, "").json().path("url").asString();
        assertThat(url).startsWith("http").contains("/api/notice/callbacks/");
        return url.substring(url.indexOf("/api/"));
    }

    @Test
    void receiptsAndRepliesReachTheCompanyOfTheToken() {
        Reply answer = post("""
                [{"id":"a","status":"DELIVERED"},{"id":"b","status":"EXPIRED"},{"id":3,"status":true},{"id":"d","status":0},
                 {"id":"e","status":"QUEUED"},{"from":"13800138000","text":" 1 "},{"from":"+1 212 555 0123","text":"好的🐎"}]
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/code").asInt()).isZero();
        assertThat(inbound.receiptsOf(org))
                .containsExactly(
                        receipt("a", true, null),
                        receipt("b", false, FailReason.NO_ROUTE),
                        receipt("3", true, null),
                        receipt("d", true, null));
        assertThat(inbound.repliesOf(org))
                .containsExactly(
                        new RecordingInbound.Reply(org, CarrierKind.HTTP_SMS, "+8613800138000", "1"),
                        new RecordingInbound.Reply(org, CarrierKind.HTTP_SMS, "+12125550123", "好的🐎"));
    }

    @Test
    void aFormIsReadToo() {
        Reply answer = postForm("id=a%2Bb&status=BLACK&from=&text=");
        postForm("from=%2B8613800138000&text=%E5%A5%BD+1&x");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(inbound.receiptsOf(org)).containsExactly(receipt("a+b", false, FailReason.REFUSED));
        assertThat(inbound.repliesOf(org))
                .containsExactly(new RecordingInbound.Reply(org, CarrierKind.HTTP_SMS, "+8613800138000", "好 1"));
    }

    @Test
    void aListMayLieDeeperAndAnyOtherStateMayMeanFailure() {
        connect(boss, "https://sms.example.com/send", """
                {"list":"/data/items","receipt":{"reference":"/id","state":"/s","delivered":["ok"],"failed":{"*":"NOT_DELIVERED"}}}
                """);

        Reply answer = post("{\"data\":{\"items\":[{\"id\":\"a\",\"s\":\"ok\"},{\"id\":\"b\",\"s\":\"odd\"}]}}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(inbound.receiptsOf(org))
                .containsExactly(receipt("a", true, null), receipt("b", false, FailReason.NOT_DELIVERED));
    }

    @Test
    void anAddressThatIsGoneOrUnknownIsNotFound() {
        String before = path;
        path = open(boss);
        assertThat(gateway.post(before, "{}").status()).isEqualTo(404);
        assertThat(post("{}").status()).isEqualTo(200);

        assertThat(boss.delete(ADDRESS).status()).isEqualTo(204);
        assertThat(boss.delete(ADDRESS).code()).isEqualTo("notice.not_found");
        assertThat(boss.get(ADDRESS).json().path("openedAt").isNull()).isTrue();
        assertThat(post("{}").code()).isEqualTo("notice.not_found");
        for (String token : new String[] {"x", "null", "' or 1=1 --", "x".repeat(3_000)}) {
            assertThat(gateway.post("/api/notice/callbacks/" + token, "{}").status())
                    .isEqualTo(404);
        }
        assertThat(inbound.receiptsOf(org)).isEmpty();
    }

    @Test
    void anotherCompanysRulesAndTokenAreItsOwn() {
        TestUser stranger = given.org().admin();
        long other = stranger.orgId();
        TestBrowser otherBoss = new TestBrowser(http).signedIn(stranger);
        connect(otherBoss, "https://sms.example.com/send", RULES);
        String otherPath = open(otherBoss);

        gateway.post(otherPath, "{\"id\":\"a\",\"status\":\"DELIVERED\",\"orgId\":" + org + "}");

        assertThat(inbound.receiptsOf(org)).isEmpty();
        assertThat(inbound.receiptsOf(other)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null,\"status\":\"DELIVERED\"}",
                "{\"id\":{\"x\":1},\"status\":\"DELIVERED\"}",
                "{\"id\":\"a\",\"status\":[\"DELIVERED\"]}",
                "{\"from\":\"10086\",\"text\":\"1\"}",
                "{\"from\":{},\"text\":[]}",
                "[1,null,\"x\",[]]",
                "[]",
                "null",
                "1"
            })
    void noticesThatSayNothingAreTakenAndDoNothing(String body) {
        assertThat(post(body).status()).isEqualTo(200);
        assertThat(inbound.receiptsOf(org)).isEmpty();
        assertThat(inbound.repliesOf(org)).isEmpty();
    }

    @Test
    void whatNoDatabaseHoldsIsLeftOut() {
        post("{\"id\":\"a\\u0000\\ud800b\",\"status\":\"DELIVERED\"}");
        post("{\"from\":\"13800138000\",\"text\":\"\\u00001\\udc00 " + "长".repeat(2_000) + "\"}");

        assertThat(inbound.receiptsOf(org)).containsExactly(receipt("ab", true, null));
        assertThat(inbound.repliesOf(org).getFirst().text()).startsWith("1 长").hasSize(1_000);
    }

    @Test
    void theAddressIsShownOnceAndKeptAsAHash() {
        String token = path.substring(path.lastIndexOf('/') + 1);

        assertThat(boss.get(ADDRESS).text()).doesNotContain(token);
        assertThat(boss.get(ADDRESS).json().path("readable").asBoolean()).isTrue();
        assertThat(boss.get(ADDRESS).json().path("openedAt").asString()).isNotEmpty();
        assertThat(jdbc.sql("select notice_callback::text from notice_callback where org_id = :org")
                        .param("org", org)
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(new TestBrowser(http)
                        .signedIn(given.org().user())
                        .post(ADDRESS, "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withTheGatewayGoesItsAddress() {
        assertThat(boss.put(CHANNEL, """
                {"kind":"SMPP","enabled":true,"settings":{"host":"smpp.example.com","systemId":"qiao"}}
                """).status()).isEqualTo(200);
        assertThat(post("{}").status()).isEqualTo(404);
        assertThat(boss.post(ADDRESS, "").code()).isEqualTo("notice.no_callback");
        connect(boss, "https://sms.example.com/send", RULES);
        assertThat(post("{}").status()).isEqualTo(404);

        path = open(boss);
        assertThat(post("{}").status()).isEqualTo(200);
        assertThat(boss.delete(CHANNEL).status()).isEqualTo(204);
        assertThat(post("{}").status()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from notice_callback where org_id = :org")
                        .param("org", org)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutRulesThereIsNothingToCall() {
        connect(boss, "https://sms.example.com/send", null);

        assertThat(post("{}").status()).isEqualTo(404);
        assertThat(boss.get(ADDRESS).json().path("readable").asBoolean()).isFalse();
        assertThat(boss.post(ADDRESS, "").code()).isEqualTo("notice.no_callback");

        connect(boss, "https://sms.example.com/send", RULES);
        assertThat(post("{}").status()).isEqualTo(200);
    }

    @Test
    void whoMadeAndClosedTheAddressStandsInTheBook() {
        boss.delete(ADDRESS);

        JsonNode items = boss.get("/api/admin/ding/audit").json().path("items");
        assertThat(items.path(0).at("/detail/changes/0/field").asString()).isEqualTo("callbackAddress");
        assertThat(items.path(1).at("/detail/secrets/0").asString()).isEqualTo("callbackAddress");
        assertThat(items.path(2).at("/detail/after").asString()).isEqualTo("HTTP_SMS");
        assertThat(items.toString()).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
    }

    /** From the order to the gateway and back, as a provider does it. */
    @Test
    void aReceiptAndAReplyEndWhatTheGatewayTook() throws Exception {
        try (TestGateway provider = new TestGateway()) {
            connect(boss, provider.url() + "/send", RULES);
            long id = boss.post(CHANNEL + "/test", Map.of("address", "13800138000"))
                    .json()
                    .path("id")
                    .asLong();
            String order = "/api/admin/notice/orders/" + id;
            Await.until(() -> boss.get(order).json().path("state").asString().equals("SENT"));

            post("{\"id\":\"biz-1\",\"status\":\"DELIVERED\"}");
            assertThat(boss.get(order).json().path("state").asString()).isEqualTo("DELIVERED");
            post("{\"from\":\"13800138000\",\"text\":\"1\"}");
            assertThat(boss.get(order).json().path("answered").asBoolean()).isTrue();
        }
    }

    @Test
    void nonsenseIsRefusedAndNeverAFault() {
        assertThat(post("{").status()).isEqualTo(400);
        assertThat(post("{\"id\":\"" + "x".repeat(70_000) + "\"}").status()).isEqualTo(413);
        assertThat(post("[" + "{},".repeat(1_000) + "{}]").status()).isEqualTo(413);
        assertThat(post("[".repeat(10_000)).status()).isEqualTo(400);
        assertThat(postForm("id=%zz&status=1").status()).isEqualTo(400);
        assertThat(gateway.get(path).status()).isEqualTo(405);
    }

    @Test
    void whoGuessesTokensHasToWait() {
        int status = 404;
        for (int i = 0; i < 500 && status == 404; i++) {
            status = gateway.post("/api/notice/callbacks/guess" + i, "{}").status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(new TestBrowser(http).post(path, "{}").status()).isEqualTo(200);
    }

    private RecordingInbound.Receipt receipt(String reference, boolean delivered, FailReason reason) {
        return new RecordingInbound.Receipt(org, CarrierKind.HTTP_SMS, reference, delivered, reason);
    }

    private Reply post(String body) {
        return gateway.post(path, body);
    }

    private Reply postForm(String body) {
        return gateway.send(
                HttpMethod.POST,
                path,
                body,
                headers -> headers.set("Content-Type", "application/x-www-form-urlencoded"));
    }
}
