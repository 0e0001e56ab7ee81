package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.notice.Carrier.Parcel;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeText;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.Problem;
import org.qiao.testing.TestClock;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real HTTP server in this process. */
class HttpSmsCarrierTest {

    private static final OutboundNetworks NETWORKS = OutboundNetworks.of(
            "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BODY =
            "{\"to\":\"{{phone}}\",\"e164\":\"{{phoneE164}}\",\"text\":\"{{text}}\",\"ref\":\"{{reference}}\"}";
    private static final String ALIYUN_LIKE = """
            "success":{"pointer":"/Code","equals":"OK"},"idPointer":"/BizId","errorPointer":"/Code",
            "errors":{"isv.MOBILE_NUMBER_ILLEGAL":"INVALID_ADDRESS","isv.BUSINESS_LIMIT_CONTROL":"LATER"}
            """;

    /** Everything that could break out of its place. */
    private static final String NASTY =
            "会议🐎 \"},{\"to\":\"1\" \\ &to=1%26 + </text><to>1</to> ]]> {{reference}} $1 \r\nX-Evil: 1 ' \t€";

    private final TestClock clock = new TestClock();
    private final HttpSmsCarrier carrier = new HttpSmsCarrier(JSON, NETWORKS, clock, Duration.ofSeconds(10));
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new TestGateway();
    }

    @AfterEach
    void stop() {
        carrier.destroy();
        gateway.close();
    }

    @Test
    void aMessageGoesOutAsTheTemplateSays() {
        Outcome outcome = carrier.carry(
                settings("\"signature\":\"【桥】\",\"headers\":{\"X-Key\":\"k\",\"Idempotency-Key\":\"{{reference}}\"},"
                        + ALIYUN_LIKE),
                parcel("三点开会"));

        assertThat(outcome).isEqualTo(new Outcome.Sent("biz-1", 1));
        TestGateway.Request request = gateway.requests.getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(request.headers().getFirst("X-Key")).isEqualTo("k");
        assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo("42");
        assertThat(JSON.readTree(request.body()))
                .isEqualTo(JSON.readTree(
                        "{\"to\":\"13800138000\",\"e164\":\"+8613800138000\",\"text\":\"【桥】三点开会\",\"ref\":\"42\"}"));
    }

    @Test
    void aValueInJsonIsOnlyAValue() {
        carrier.carry(settings(""), parcel(NASTY));

        JsonNode body = JSON.readTree(gateway.requests.getFirst().body());
        assertThat(body.size()).isEqualTo(4);
        assertThat(body.at("/text").asString()).isEqualTo(cleaned());
        assertThat(body.at("/to").asString()).isEqualTo("13800138000");
    }

    @Test
    void aValueInAFormIsOnlyAValue() {
        carrier.carry(
                settings("\"contentType\":\"application/x-www-form-urlencoded; charset=utf-8\","
                        + "\"body\":\"To={{phoneE164}}&Body={{text}}&ref={{reference}}\""),
                parcel(NASTY));

        Map<String, String> fields = fields(gateway.requests.getFirst().body());
        assertThat(fields).hasSize(3).containsEntry("To", "+8613800138000").containsEntry("Body", cleaned());
    }

    @Test
    void aValueInXmlIsOnlyAValue() throws Exception {
        carrier.carry(
                settings("\"contentType\":\"text/xml\",\"body\":\"<m><to>{{phone}}</to><text>{{text}}</text></m>\""),
                parcel(NASTY + "\u0001\ufffe"));

        String body = gateway.requests.getFirst().body();
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new java.io.StringReader(body)));
        assertThat(document.getElementsByTagName("to").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo(cleaned());
    }

    @Test
    void aValueInAnAddressIsOnlyAValue() {
        carrier.carry(
                settings("\"url\":\"" + gateway.url()
                        + "/send?to={{phone}}&text={{text}}\",\"method\":\"get\",\"body\":\"\""),
                parcel(NASTY));

        TestGateway.Request request = gateway.requests.getFirst();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(fields(request.uri().substring(request.uri().indexOf('?') + 1)))
                .hasSize(2)
                .containsEntry("text", cleaned());
        assertThat(request.headers()).doesNotContainKey("X-evil");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\"} | INVALID_ADDRESS",
                "400 | {\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\"} | INVALID_ADDRESS",
                "200 | {\"Code\":\"isv.AMOUNT_NOT_ENOUGH\"} | REFUSED",
                "200 | {} | REFUSED",
                "401 | | REFUSED",
                "404 | <html> | REFUSED",
                "302 | | REFUSED"
            })
    void aRefusalIsFinal(int status, String body, FailReason reason) {
        gateway.answer(status, body == null ? "" : body, "Location", gateway.url() + "/elsewhere");

        assertThat(carrier.carry(settings(ALIYUN_LIKE), parcel("one"))).isEqualTo(new Outcome.Failed(reason, 0));
        assertThat(gateway.requests).hasSize(1); // no redirect is followed
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}",
                "200 | {\"Code\":",
                "200 | not JSON",
                "200 | ",
                "500 | oops",
                "503 | ",
                "408 | "
            })
    void passingTroubleAndAnswersNobodyUnderstandsAreForLater(int status, String body) {
        gateway.answer(status, body == null ? "" : body);

        assertThat(carrier.carry(settings(ALIYUN_LIKE), parcel("one"))).isInstanceOf(Outcome.Later.class);
        assertThat(carrier.carry(settings(ALIYUN_LIKE), parcel("one"))).isInstanceOf(Outcome.Sent.class);
        assertThat(gateway.requests)
                .extracting(request -> JSON.readTree(request.body()).at("/ref").asString())
                .containsExactly("42", "42");
    }

    @Test
    void theGatewaySaysHowLongToWait() {
        gateway.answer(429, "", "Retry-After", "7");
        gateway.answer(429, "", "Retry-After", "0");
        gateway.answer(429, "", "Retry-After", "99999999999999999999");
        gateway.answer(503, "", "Retry-After", "86400");
        gateway.answer(
                503,
                "",
                "Retry-After",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plusSeconds(600).atOffset(ZoneOffset.UTC)));

        assertThat(pause()).isEqualTo(Duration.ofSeconds(7));
        assertThat(pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause()).isNull();
        assertThat(pause()).isEqualTo(Duration.ofHours(1));
        assertThat(pause()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    private Duration pause() {
        return ((Outcome.Later) carrier.carry(settings(""), parcel("one"))).pause();
    }

    @Test
    void hangingTricklingAndHugeAnswersAreForLater() {
        HttpSmsCarrier hasty = new HttpSmsCarrier(JSON, NETWORKS, clock, Duration.ofMillis(500));
        gateway.hang();
        gateway.trickle();
        gateway.answer(200, "{\"Code\":\"OK\",\"x\":\"" + "x".repeat(100_000) + "\"}");
        gateway.next(exchange -> exchange.close());

        for (int i = 0; i < 4; i++) {
            assertThat(hasty.carry(settings(ALIYUN_LIKE), parcel("one"))).isInstanceOf(Outcome.Later.class);
        }
        hasty.destroy();
    }

    @Test
    void anAbsentGatewayIsForLater() {
        gateway.close();

        assertThat(carrier.carry(settings(""), parcel("one"))).isInstanceOf(Outcome.Later.class);
        assertThat(carrier.carry(settings("\"url\":\"https://no-such-host.invalid/\""), parcel("one")))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void withoutAnIdTheReceiptWillNameOurReference() {
        gateway.answer(204, "");
        gateway.answer(200, "{\"Code\":\"OK\",\"BizId\":\"" + "9".repeat(300) + "\"}");
        gateway.answer(200, "{\"Code\":\"OK\",\"BizId\":123}");

        assertThat(carrier.carry(settings(""), parcel("one"))).isEqualTo(new Outcome.Sent("42", 1));
        assertThat(carrier.carry(settings(ALIYUN_LIKE), parcel("one"))).isEqualTo(new Outcome.Sent("42", 1));
        assertThat(carrier.carry(settings(ALIYUN_LIKE), parcel("a".repeat(161))))
                .isEqualTo(new Outcome.Sent("123", 2));
    }

    @Test
    void secretsGoWhereTheyBelong() throws Exception {
        carrier.carry(settings("\"auth\":{\"type\":\"BASIC\",\"user\":\"桥\",\"secret\":\"p:w\"}"), parcel("one"));
        carrier.carry(settings("\"auth\":{\"type\":\"BEARER\",\"secret\":\"token\"}"), parcel("one"));
        carrier.carry(
                settings(
                        "\"headers\":{\"X-Time\":\"{{timestamp}}\",\"X-Nonce\":\"{{nonce}}\",\"X-Sign\":\"{{signature}}\"},"
                                + "\"auth\":{\"type\":\"HMAC_SHA256\",\"secret\":\"key\",\"message\":\"{{timestamp}}.{{nonce}}.{{body}}\"}"),
                parcel(NASTY));

        assertThat(gateway.requests.get(0).headers().getFirst("Authorization")).isEqualTo("Basic 5qGlOnA6dw==");
        assertThat(gateway.requests.get(1).headers().getFirst("Authorization")).isEqualTo("Bearer token");
        TestGateway.Request signed = gateway.requests.get(2);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String message =
                signed.headers().getFirst("X-Time") + "." + signed.headers().getFirst("X-Nonce") + "." + signed.body();
        assertThat(signed.headers().getFirst("X-Sign"))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @CsvSource({
        "https://8.8.8.8/,           false, true",
        "http://8.8.8.8/,            false, false",
        "http://8.8.8.8/,            true,  false",
        "https://127.0.0.1/,         false, false",
        "https://localhost/,         false, false",
        "http://127.0.0.1/,          true,  true",
        "http://10.1.2.3/,           true,  true",
        "http://192.168.0.9/,        true,  true",
        "https://192.168.0.9/,       false, false",
        "http://100.64.0.1/,         true,  true",
        "http://[fd00::1]/,          true,  true",
        "https://[::1]/,             false, false",
        "https://[::ffff:10.0.0.1]/, false, false",
        "http://169.254.169.254/,    true,  false",
        "https://169.254.169.254/,   false, false",
        "http://0.0.0.0/,            true,  false",
        "https://[fe80::1]/,         true,  false",
        "https://224.0.0.1/,         true,  false",
        "https://[2001:4860::1]/,    true,  true"
    })
    void theServerCallsOnlyWhereItMay(String address, boolean intranet, boolean allowed) throws Exception {
        assertThat(NETWORKS.allows(URI.create(address), intranet)).isEqualTo(allowed);
    }

    @Test
    void whatIsNoTelephoneNumberIsNotSent() {
        for (String address : List.of("", "+", "13800138000", "a@b.example")) {
            NoticeText text = NoticeText.of("", "one", null);
            Parcel parcel = new Parcel(9, 1, 1, address, Locale.ENGLISH, text, false, clock.instant());
            assertThat(carrier.carry(settings(""), parcel))
                    .isEqualTo(new Outcome.Failed(FailReason.INVALID_ADDRESS, 0));
        }
        assertThat(gateway.requests).isEmpty();
    }

    @Test
    void aForbiddenAddressIsNotCalled() {
        String settings = settings("\"intranet\":false,\"url\":\"" + gateway.url() + "\"");

        assertThat(carrier.carry(settings, parcel("one"))).isEqualTo(new Outcome.Failed(FailReason.REFUSED, 0));
        assertThat(gateway.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=''",
                "url='ftp://sms.example/'",
                "url='http://sms.example/'",
                "url='https://user:pw@sms.example/'",
                "url='https://{{phone}}.example/'",
                "url='https://sms.example/{{text}}'",
                "url='https://sms.example/?x={{secret}}'",
                "url='https://sms example/'",
                "method='DELETE'",
                "headers={'Host':'x'}",
                "headers={'Authorization':'x'}",
                "headers={'a b':'x'}",
                "headers={'X-A':'a\\nb'}",
                "headers={'X-A':'{{text}}'}",
                "contentType='a\\nb'",
                "body=''",
                "body='{}'",
                "body='{\\u0022to\\u0022:\\u0022{{phone}}\\u0022}'",
                "body='{{phone}}{{text}}x'",
                "body='{\\u0022a\\u0022:\\u0022{{phone}}{{text}}{{password}}\\u0022}'",
                "signature='a\\nb'",
                "auth={'type':'MAGIC'}",
                "auth.secret={'type':'BEARER'}",
                "auth.user={'type':'BASIC','user':'a:b','secret':'x'}",
                "auth.message={'type':'HMAC_SHA256','secret':'x','message':'{{signature}}'}",
                "success={'from':100}",
                "success.pointer={'pointer':'Code'}",
                "idPointer='BizId'",
                "errorPointer='x'",
                "errors={'a':'BROKEN'}",
                "callback={}",
                "callback.receipt.reference={'receipt':{'state':'/s'}}",
                "callback.receipt.failed={'receipt':{'reference':'/r','state':'/s','delivered':['1'],'failed':{'1':'BUSY'}}}",
                "callback.reply.text={'reply':{'from':'/f'}}",
                "callback.list={'list':'x','reply':{'from':'/f','text':'/t'}}"
            })
    void settingsThatCannotWorkAreRefusedByName(String wrong) {
        String field = wrong.substring(0, wrong.indexOf('='));
        String value = wrong.substring(wrong.indexOf('=') + 1).replace('\'', '"');
        String name = field.split("\\.")[0];
        String settings = "{\"url\":\"https://sms.example/\",\"body\":" + JSON.writeValueAsString(BODY) + ",\"" + name
                + "\":" + value + "}";

        assertThatThrownBy(() -> carrier.check(settings)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("notice.bad_settings");
            assertThat(problem.params()).containsEntry("field", field);
        });
    }

    @Test
    void settingsHaveOneForm() {
        String checked = carrier.check(
                settings(
                        ALIYUN_LIKE
                                + ",\"callback\":{\"receipt\":{\"reference\":\"/id\",\"state\":\"/s\",\"delivered\":[\"1\"],\"failed\":{\"*\":\"NO_ROUTE\"}}}"));

        assertThat(carrier.check(checked)).isEqualTo(checked);
        for (String nonsense : List.of("", "null", "[]", "{", "1", "{\"url\":[]}")) {
            assertThatThrownBy(() -> carrier.check(nonsense)).isInstanceOf(Problem.class);
        }
    }

    /** A later field of the same name wins. */
    private String settings(String more) {
        return "{\"url\":\"" + gateway.url() + "/send\",\"intranet\":true,\"body\":" + JSON.writeValueAsString(BODY)
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private Parcel parcel(String text) {
        return new Parcel(
                9,
                42,
                1,
                "+8613800138000",
                Locale.SIMPLIFIED_CHINESE,
                NoticeText.of("", text, null),
                false,
                clock.instant().plusSeconds(600));
    }

    private static String cleaned() {
        return NASTY.replace("\r\n", "\n");
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] both = pair.split("=", 2);
            fields.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
