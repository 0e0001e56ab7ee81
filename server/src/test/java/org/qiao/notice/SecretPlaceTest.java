package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.notice.Carrier.Destination;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A stored secret goes only to the place for which it was entered: the rule, and all carriers that have one, over HTTP. */
@QiaoTest
class SecretPlaceTest {

    private static final String SMTP =
            "{'host':'mail.example.com','security':'TLS','username':'qiao','from':'a@example.com'%s}";
    private static final String SMPP = "{'host':'smpp.example.com','tls':true,'systemId':'qiao'%s}";
    private static final String HTTP_SMS =
            "{'url':'https://sms.example.com/send','body':'{\\'a\\':\\'{{phone}}{{text}}\\'}',"
                    + "'auth':{'type':'BASIC','user':'qiao'%s}}";
    private static final String SIP = "{'host':'sip.example.com','username':'qiao'%s}";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private TestBrowser boss;

    @BeforeEach
    void company() {
        boss = new TestBrowser(http).signedIn(given.org().admin());
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, 465, qiao, 1, true",
        "MAIL.example.com, 465, qiao, 1, true",
        "mail.example.com, 465, qiao, 2, true",
        "mail.example.com, 465, qiao, 0, false",
        "mail.example.com, 25, qiao, 1, false",
        "mail.example.org, 465, qiao, 1, false",
        "mail.example.com, 465, Qiao, 1, false",
        "mail.example.com, 465, '', 1, false"
    })
    void samePlaceSamePersonAndNoLessSafe(String host, int port, String user, int safety, boolean may) {
        Destination before = new Destination("host", "mail.example.com", 465, "qiao", 1);

        assertThat(new Destination("host", host, port, user, safety).mayHaveSecretsOf(before))
                .isEqualTo(may);
    }

    @Test
    void aSecretBelongsToThePlaceBesideIt() {
        Destination server = new Destination("host", "a", 1, "", 1);
        Destination mailbox = new Destination("mailbox.host", "b", 1, "", 1);

        assertThat(server.takes("password")).isTrue();
        assertThat(mailbox.takes("password")).isFalse();
        assertThat(mailbox.takes("mailbox.password")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"host, mail.evil.example", "port, 2465", "security, STARTTLS", "username, other"})
    void ofAMailServer(String field, String value) {
        assertRefused("EMAIL", "SMTP", SMTP, ",'password':'secret1'", change(SMTP, field, value), "password");
    }

    @Test
    void ofAMailboxForReturnedMail() {
        String mailbox = ",'mailbox':{'host':'%s','username':'back'%s}";
        String before = SMTP.formatted(
                ",'password':'secret1'" + mailbox.formatted("imap.example.com", ",'password':'secret2'"));
        assertThat(put("EMAIL", "SMTP", before).status()).isEqualTo(200);

        Reply same =
                put("EMAIL", "SMTP", SMTP.formatted(",'fromName':'桥'" + mailbox.formatted("imap.example.com", "")));
        assertThat(same.json().path("secrets").toString()).contains("\"password\"", "\"mailbox.password\"");
        Reply other = put("EMAIL", "SMTP", SMTP.formatted(mailbox.formatted("imap.evil.example", "")));
        assertThat(other.code()).isEqualTo("notice.secret_again");
        assertThat(other.json().at("/params/field").asString()).isEqualTo("mailbox.password");
        assertThat(put("EMAIL", "SMTP", SMTP.formatted(""))
                        .json()
                        .path("secrets")
                        .toString())
                .isEqualTo("[\"password\"]");
    }

    @ParameterizedTest
    @CsvSource({"host, smpp.evil.example", "port, 2776", "tls, false", "systemId, other"})
    void ofAnSmppProvider(String field, String value) {
        assertRefused("SMS", "SMPP", SMPP, ",'password':'secret1'", change(SMPP, field, value), "password");
    }

    @ParameterizedTest
    @CsvSource({"url, https://sms.evil.example/send", "url, https://sms.example.com:8443/send", "user, other"})
    void ofAnHttpGateway(String field, String value) {
        assertRefused(
                "SMS", "HTTP_SMS", HTTP_SMS, ",'secret':'secret1'", change(HTTP_SMS, field, value), "auth.secret");
    }

    @ParameterizedTest
    @CsvSource({"host, sip.evil.example", "port, 5062", "username, other", "outboundProxy, sip.evil.example"})
    void ofATelephoneLine(String field, String value) {
        assertRefused("VOICE", "SIP", SIP, ",'password':'secret1'", change(SIP, field, value), "password");
    }

    @Test
    void anotherPathOfTheSameGatewayKeepsTheSecret() {
        assertThat(put("SMS", "HTTP_SMS", HTTP_SMS.formatted(",'secret':'secret1'"))
                        .status())
                .isEqualTo(200);

        Reply moved = put(
                "SMS",
                "HTTP_SMS",
                change(HTTP_SMS, "url", "https://SMS.example.com/v2/send").formatted(""));

        assertThat(moved.json().path("secrets").toString()).contains("auth.secret");
    }

    private static String change(String settings, String field, String value) {
        String changed = settings.replaceFirst("'" + field + "':('[^']*'|true)", "'" + field + "':'" + value + "'");
        return changed.equals(settings) ? settings.replaceFirst("\\{", "{'" + field + "':'" + value + "',") : changed;
    }

    private void assertRefused(
            String channel, String kind, String settings, String secret, String changed, String field) {
        assertThat(put(channel, kind, settings.formatted(secret)).status()).isEqualTo(200);
        assertThat(put(channel, kind, settings.formatted("")).status()).isEqualTo(200);

        Reply refused = put(channel, kind, changed.formatted(""));

        assertThat(refused.code()).isEqualTo("notice.secret_again");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/params/field").asString()).isEqualTo(field);
        assertThat(put(channel, kind, changed.formatted(secret)).status()).isEqualTo(200);
    }

    private Reply put(String channel, String kind, String settings) {
        String json = settings.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "\\\"");
        String body = "{\"kind\":\"" + kind + "\",\"enabled\":false,\"settings\":" + json + "}";
        return boss.put("/api/admin/notice/channels/" + channel, body);
    }
}
