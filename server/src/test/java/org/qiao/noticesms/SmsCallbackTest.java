package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.Channel;
import org.qiao.notice.FailReason;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a company's gateway posts, over HTTP. */
@QiaoTest
class SmsCallbackTest {

    private static final CallbackRules RULES = new CallbackRules(
            "",
            new CallbackRules.Receipt(
                    "/id",
                    "/status",
                    Set.of("DELIVERED", "true", "0"),
                    Map.of("EXPIRED", FailReason.NO_ROUTE, "BLACK", FailReason.REFUSED)),
            new CallbackRules.Reply("/from", "/text"),
            "{\"code\":0}");

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Callbacks callbacks;

    @Autowired
    RecordingInbound inbound;

    private TestBrowser gateway;
    private long org;
    private String path;

    @BeforeEach
    void aCompanyWithAnAddress() {
        gateway = new TestBrowser(http);
        org = given.org().id();
        path = "/api/notice/callbacks/" + callbacks.open(org, Channel.SMS, RULES);
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
        callbacks.change(
                org,
                Channel.SMS,
                new CallbackRules(
                        "/data/items",
                        new CallbackRules.Receipt("/id", "/s", Set.of("ok"), Map.of("*", FailReason.NOT_DELIVERED)),
                        null,
                        ""));

        Reply answer = post("{\"data\":{\"items\":[{\"id\":\"a\",\"s\":\"ok\"},{\"id\":\"b\",\"s\":\"odd\"}]}}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(inbound.receiptsOf(org))
                .containsExactly(receipt("a", true, null), receipt("b", false, FailReason.NOT_DELIVERED));
    }

    @Test
    void anAddressThatIsGoneOrUnknownIsNotFound() {
        String before = path;
        path = "/api/notice/callbacks/" + callbacks.open(org, Channel.SMS, RULES);
        assertThat(gateway.post(before, "{}").status()).isEqualTo(404);
        assertThat(post("{}").status()).isEqualTo(200);

        callbacks.close(org, Channel.SMS);
        assertThat(post("{}").code()).isEqualTo("notice.not_found");
        for (String token : new String[] {"x", "null", "' or 1=1 --", "x".repeat(3_000)}) {
            assertThat(gateway.post("/api/notice/callbacks/" + token, "{}").status())
                    .isEqualTo(404);
        }
        assertThat(inbound.receiptsOf(org)).isEmpty();
    }

    @Test
    void anotherCompanysRulesAndTokenAreItsOwn() {
        long other = given.org().id();
        String otherPath = "/api/notice/callbacks/" + callbacks.open(other, Channel.SMS, RULES);

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
