package org.qiao.noticemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.Carrier;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeProblem;
import org.qiao.notice.NoticeText;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.Problem;
import org.qiao.testing.Await;
import tools.jackson.databind.json.JsonMapper;

/** Against GreenMail, a real mail server in process, and against a scripted one for everything that goes wrong. */
class SmtpCarrierTest {

    private static final OutboundNetworks HERE = OutboundNetworks.of("127.0.0.0/8", "::1");
    private static final MailIds IDS = new MailIds(new byte[32]);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLAIN = """
            {"host":"localhost","port":%d,"security":"NONE","from":"notice@example.com","fromName":"桥 · 通知",
             "bounceAddress":"bounce@example.com"}""";

    @TempDir
    static Path folder;

    static TestCertificate certificate;

    ScriptedSmtp scripted;
    GreenMail mails;
    SmtpCarrier carrier;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.of("localhost", folder);
        // Read once by the mail server's own socket factory.
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    }

    @BeforeEach
    void start() throws Exception {
        mails = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        mails.start();
        scripted = new ScriptedSmtp(certificate.context());
        carrier = carrier(Duration.ofSeconds(10));
    }

    private SmtpCarrier carrier(Duration wait) throws Exception {
        return new SmtpCarrier(
                JSON, HERE, IDS, Clock.systemUTC(), certificate.context().getSocketFactory(), wait);
    }

    @AfterEach
    void stop() throws Exception {
        carrier.close();
        scripted.close();
        mails.stop();
    }

    @Test
    void aMailArrivesReadableInBothForms() throws Exception {
        NoticeText text =
                NoticeText.of("紧急：三号楼停电", "请立即回复。\n第二行 <b>不是标签</b> & \"引号\"", "https://qiao.example.com/d/1?a=1&b=2");

        Outcome outcome = carrier.carry(plain(), parcel(Locale.SIMPLIFIED_CHINESE, text));

        assertThat(outcome).isEqualTo(new Outcome.Sent(IDS.of(7, 42, "example.com"), 1));
        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("紧急：三号楼停电");
        assertThat(mail.getMessageID()).isEqualTo(IDS.of(7, 42, "example.com"));
        assertThat(mail.getHeader("Return-Path")).containsExactly("<bounce@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("notice@example.com");
        assertThat(from.getPersonal()).isEqualTo("桥 · 通知");
        assertThat(part(mail, 0))
                .contains("请立即回复。\r\n第二行 <b>不是标签</b>")
                .contains("打开查看: https://qiao.example.com/d/1?a=1&b=2")
                .contains("请不要回复");
        assertThat(part(mail, 1))
                .contains("lang=\"zh-CN\"")
                .contains("请立即回复。<br>")
                .contains("第二行 &lt;b&gt;不是标签&lt;/b&gt; &amp; &quot;引号&quot;")
                .contains("href=\"https://qiao.example.com/d/1?a=1&amp;b=2\"")
                .contains(">打开查看</a>");
    }

    @Test
    void theWordsAroundItAreInTheRecipientsLanguage() throws Exception {
        carrier.carry(plain(), parcel(Locale.US, NoticeText.of("Power cut", "Answer please", "https://a.example/x")));

        MimeMessage mail = received();
        assertThat(part(mail, 0)).contains("Open: https://a.example/x").contains("Replies are not read");
        assertThat(part(mail, 1)).contains("lang=\"en\"").contains(">Open</a>").doesNotContain("打开");
    }

    @Test
    void withoutALinkOrWithOneThatIsNoPageThereIsNoButton() throws Exception {
        carrier.carry(plain(), parcel(Locale.US, NoticeText.of("a", "b", "javascript:alert(1)")));

        assertThat(part(received(), 1)).doesNotContain("<a ").doesNotContain("javascript");
    }

    @Test
    void nobodyWritesHeadersThroughATitle() throws Exception {
        NoticeText text = NoticeText.of("hello\r\nBcc: all@example.com\n\nbody\u2028x", "text", null);

        carrier.carry(plain(), parcel(Locale.US, text));

        MimeMessage mail = received();
        assertThat(mail.getSubject()).isEqualTo("hello Bcc: all@example.com body x");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a@",
                "@b",
                "a b@example.com",
                "a@b\r\nRCPT TO:<c@d>",
                "<a@b>",
                "a@b,c@d",
                "张@example.com",
                "a..b@example.com"
            })
    void anAddressThatIsNoneIsNeverTried(String address) {
        Outcome outcome = carrier.carry(scriptedSettings(), parcel(address));

        assertThat(outcome).isEqualTo(new Outcome.Failed(FailReason.INVALID_ADDRESS, 0));
        assertThat(scripted.connections()).isZero();
    }

    @Test
    void aDomainMayBeWrittenInItsOwnLanguage() {
        carrier.carry(scriptedSettings(), parcel("a@例子.测试"));

        assertThat(scripted.commands()).contains("RCPT TO:<a@xn--fsqu00a.xn--0zwm56d>");
    }

    @Test
    void mailsToOneCompanyShareAConnectionUntilTheSettingsChange() {
        IntStream.range(0, 5).forEach(i -> assertSent(carrier.carry(scriptedSettings(), parcel("a@example.com"))));
        assertThat(scripted.connections()).isEqualTo(1);

        assertSent(carrier.carry(scriptedSettings().replace("notice@", "other@"), parcel("a@example.com")));
        assertThat(scripted.connections()).isEqualTo(2);

        carrier.forget(7);
        assertSent(carrier.carry(scriptedSettings().replace("notice@", "other@"), parcel("a@example.com")));
        assertThat(scripted.connections()).isEqualTo(3);
    }

    @Test
    void aKeptConnectionThatTheServerClosedIsReplaced() throws Exception {
        assertSent(carrier.carry(scriptedSettings(), parcel("a@example.com")));
        scripted.answering("NOOP", ScriptedSmtp.HANG_UP);

        assertSent(carrier.carry(scriptedSettings(), parcel("a@example.com")));

        assertThat(scripted.connections()).isEqualTo(2);
    }

    @Test
    void tlsFromTheFirstByte() throws Exception {
        String settings = carrier.check("""
                {"host":"localhost","port":%d,"security":"TLS","from":"notice@example.com"}
                """.formatted(mails.getSmtps().getPort()));

        assertSent(carrier.carry(settings, parcel("a@example.com")));

        assertThat(received().getHeader("Return-Path")).containsExactly("<notice@example.com>");
    }

    @Test
    void startTlsEncryptsBeforeThePasswordIsSaid() {
        assertSent(carrier.carry(startTls("localhost"), parcel("a@example.com")));

        List<String> said = scripted.commands();
        assertThat(said).contains("(encrypted)");
        int login = IntStream.range(0, said.size())
                .filter(i -> said.get(i).startsWith("AUTH"))
                .findFirst()
                .orElseThrow();
        assertThat(said.indexOf("(encrypted)")).isLessThan(login);
    }

    @Test
    void withoutTheOfferedEncryptionNothingIsSaid() {
        scripted.answering("EHLO", "250 scripted");

        assertLater(carrier.carry(startTls("localhost"), parcel("a@example.com")), FailReason.GAVE_UP);

        assertThat(scripted.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() {
        assertLater(carrier.carry(startTls("127.0.0.1"), parcel("a@example.com")), FailReason.GAVE_UP);

        assertThat(scripted.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void aCertificateOfAnotherNameIsRefusedFromTheFirstByteToo() {
        String settings = carrier.check("""
                {"host":"127.0.0.1","port":%d,"security":"TLS","from":"notice@example.com"}
                """.formatted(mails.getSmtps().getPort()));

        assertLater(carrier.carry(settings, parcel("a@example.com")), FailReason.GAVE_UP);

        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        try (SmtpCarrier strict = new SmtpCarrier(JSON, HERE, IDS, Clock.systemUTC())) {
            assertLater(strict.carry(startTls("localhost"), parcel("a@example.com")), FailReason.GAVE_UP);
        }
        assertThat(scripted.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, INVALID_ADDRESS",
        "RCPT, 550 unknown mailbox, INVALID_ADDRESS",
        "RCPT, 553 bad mailbox name, INVALID_ADDRESS",
        "RCPT, 550 5.7.1 relaying denied, REFUSED",
        "RCPT, 554 not here, REFUSED",
        "MAIL, 550 5.1.8 sender unknown, REFUSED",
        "MAIL, 553 not your address, REFUSED",
        "DATA, 554 no valid recipients, REFUSED",
        "TEXT, 554 5.7.1 looks like spam, REFUSED",
        "TEXT, 552 too large, REFUSED"
    })
    void aFinalRefusalSaysWhetherTheAddressIsWrong(String verb, String answer, FailReason reason) {
        scripted.answering(verb, answer);

        assertThat(carrier.carry(scriptedSettings(), parcel("a@example.com"))).isEqualTo(new Outcome.Failed(reason, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 too busy, GAVE_UP",
        "GREETING, 554 go away, GAVE_UP",
        "GREETING, hang up, GAVE_UP",
        "MAIL, 451 try later, GAVE_UP",
        "MAIL, 530 5.7.0 log in first, GAVE_UP",
        "RCPT, 450 greylisted, NO_ROUTE",
        "RCPT, 452 mailbox full, NO_ROUTE",
        "DATA, hang up, GAVE_UP",
        "TEXT, 451 disk trouble, GAVE_UP",
        "TEXT, hang up, GAVE_UP"
    })
    void whatMayPassIsTriedAgain(String verb, String answer, FailReason reason) {
        scripted.answering(verb, answer);

        assertLater(carrier.carry(scriptedSettings(), parcel("a@example.com")), reason);
    }

    @Test
    void noServerAtAllIsTriedAgain() throws Exception {
        scripted.close();

        assertLater(carrier.carry(scriptedSettings(), parcel("a@example.com")), FailReason.GAVE_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtp.SILENCE, ScriptedSmtp.DRIP, ScriptedSmtp.FLOOD})
    void aServerThatNeverFinishesItsAnswerIsGivenUp(String answer) throws Exception {
        scripted.answering("RCPT", answer);

        try (SmtpCarrier impatient = carrier(Duration.ofSeconds(1))) {
            assertLater(impatient.carry(scriptedSettings(), parcel("a@example.com")), FailReason.GAVE_UP);
        }

        Await.until(() -> scripted.open() == 0);
    }

    @Test
    void aRefusedLoginIsNotTriedAgainAtOnceButWithOtherSettings() {
        scripted.answering("AUTH", "535 5.7.8 wrong");

        Outcome first = carrier.carry(startTls("localhost"), parcel("a@example.com"));
        assertLater(first, FailReason.GAVE_UP);
        assertThat(((Outcome.Later) first).pause()).hasMinutes(1);
        int connections = scripted.connections();
        assertLater(carrier.carry(startTls("localhost"), parcel("a@example.com")), FailReason.GAVE_UP);
        assertThat(scripted.connections()).isEqualTo(connections);

        scripted.answering("AUTH", "235 welcome");
        assertSent(carrier.carry(startTls("localhost").replace("secret", "right"), parcel("a@example.com")));
    }

    @Test
    void settingsComeBackWhole() {
        String settings = carrier.check("""
                {"host":" mail.example.com ","from":"notice@example.com","fromName":"","username":"u","password":"p"}
                """);

        assertThat(JSON.readValue(settings, SmtpSettings.class))
                .isEqualTo(new SmtpSettings(
                        "mail.example.com",
                        587,
                        SmtpSettings.Security.STARTTLS,
                        "u",
                        "p",
                        "notice@example.com",
                        null,
                        null,
                        null));
        assertThat(new SmtpSettings("h", 1, null, "u", "top-secret", "a@b", null, null, null).toString())
                .doesNotContain("top-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|host",
                "{'host':'a b','from':'a@b'}|host",
                "{'host':'http://mail','from':'a@b'}|host",
                "{'host':'h','port':0,'from':'a@b'}|port",
                "{'host':'h','port':'many','from':'a@b'}|port",
                "{'host':'h','security':'SOME','from':'a@b'}|security",
                "{'host':'h'}|from",
                "{'host':'h','from':'a@b>\\r\\nRCPT'}|from",
                "{'host':'h','from':'a@b','fromName':'x\\ny'}|fromName",
                "{'host':'h','from':'a@b','bounceAddress':'x'}|bounceAddress",
                "{'host':'h','from':'a@b','username':'u'}|password",
                "{'host':'h','from':'a@b','password':'p'}|username",
                "{'host':'h','from':'a@b','username':'u','password':'p','security':'NONE'}|security",
                "[]|settings",
                "null|settings",
                "nonsense|settings"
            })
    void badSettingsNameTheField(String settings, String field) {
        assertThatThrownBy(() -> carrier.check(settings.replace('\'', '"')))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.is(NoticeProblem.BAD_SETTINGS)).isTrue();
                    assertThat(problem.params()).containsEntry("field", field);
                });
    }

    private static void assertSent(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
    }

    private static void assertLater(Outcome outcome, FailReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.reason()).isEqualTo(reason));
    }

    private String plain() {
        return carrier.check(PLAIN.formatted(mails.getSmtp().getPort()));
    }

    private String scriptedSettings() {
        return carrier.check(PLAIN.formatted(scripted.port()));
    }

    private String startTls(String host) {
        return carrier.check("""
                {"host":"%s","port":%d,"from":"notice@example.com","username":"u","password":"secret"}
                """.formatted(host, scripted.port()));
    }

    private static Carrier.Parcel parcel(Locale locale, NoticeText text) {
        return new Carrier.Parcel(7, 42, 1, "zhang.san@example.com", locale, text, true, Instant.MAX);
    }

    private static Carrier.Parcel parcel(String address) {
        return new Carrier.Parcel(
                7, 42, 1, address, Locale.US, NoticeText.of("title", "text", null), true, Instant.MAX);
    }

    private MimeMessage received() {
        assertThat(mails.waitForIncomingEmail(15_000, 1)).isTrue();
        return mails.getReceivedMessages()[0];
    }

    private static String part(Part mail, int number) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        BodyPart part = parts.getBodyPart(number);
        return (String) part.getContent();
    }
}
