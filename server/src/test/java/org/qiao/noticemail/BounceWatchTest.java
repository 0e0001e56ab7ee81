package org.qiao.noticemail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** From the order over the mail server and back, with GreenMail as both the server and the mailbox. */
@QiaoTest
class BounceWatchTest {

    private static final String FAILED = "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    BounceWatch watch;

    private GreenMail mails;
    private GreenMailUser mailbox;
    private TestBrowser boss;

    @BeforeEach
    void start() {
        mails = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mails.start();
        mailbox = mails.setUser("bounce@example.com", "bounce", "secret");
        boss = new TestBrowser(http).signedIn(given.org().admin());
        connect(boss, "secret");
    }

    @AfterEach
    void stop() {
        boss.delete("/api/admin/notice/channels/EMAIL");
        mails.stop();
    }

    private void connect(TestBrowser browser, String password) {
        String settings =
                """
                {"kind":"SMTP","enabled":true,"settings":{"host":"127.0.0.1","port":%d,"security":"NONE",
                 "from":"notice@example.com","bounceAddress":"bounce@example.com",
                 "mailbox":{"host":"127.0.0.1","port":%d,"security":"NONE","username":"bounce","password":"%s"}}}
                """.formatted(mails.getSmtp().getPort(), mails.getImap().getPort(), password);
        assertThat(browser.put("/api/admin/notice/channels/EMAIL", settings).status())
                .isEqualTo(200);
    }

    private long sent(TestBrowser browser) {
        long id = browser.post("/api/admin/notice/channels/EMAIL/test", Map.of("address", "lena@example.net"))
                .json()
                .path("id")
                .asLong();
        Await.until(() -> order(browser, id).path("state").asString().equals("SENT"));
        return id;
    }

    private static JsonNode order(TestBrowser browser, long id) {
        return browser.get("/api/admin/notice/orders/" + id).json();
    }

    /** The newest mail that the mail server took. */
    private String messageId() throws Exception {
        MimeMessage[] all = mails.getReceivedMessagesForDomain("example.net");
        return all[all.length - 1].getMessageID();
    }

    @Test
    void anOrderWhoseMailCameBackHasFailed() throws Exception {
        long id = sent(boss);
        mailbox.deliver(Returned.mail(Returned.postfix(messageId(), FAILED)));

        watch.look();

        Await.until(() -> order(boss, id).path("state").asString().equals("FAILED"));
        assertThat(order(boss, id).path("reason").asString()).isEqualTo("INVALID_ADDRESS");
        assertThat(mails.getReceivedMessagesForDomain("bounce@example.com")).isEmpty();
    }

    @Test
    void whatIsLateOrNotOursStaysAndIsReadOnce() throws Exception {
        long id = sent(boss);
        mailbox.deliver(Returned.mail(Returned.postfix(messageId(), "Action: delayed\nStatus: 4.4.1")));
        mailbox.deliver(Returned.mail(Returned.words("From: a@example.net", "hello")));

        watch.look();

        assertThat(order(boss, id).path("state").asString()).isEqualTo("SENT");
        assertThat(mails.getReceivedMessagesForDomain("bounce@example.com"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.isSet(Flags.Flag.SEEN)).isTrue());
    }

    @Test
    void anotherCompanysMailboxFailsNothingHere() throws Exception {
        long id = sent(boss);
        String stolen = messageId();
        boss.delete("/api/admin/notice/channels/EMAIL");
        TestBrowser stranger = new TestBrowser(http).signedIn(given.org().admin());
        connect(stranger, "secret");
        mailbox.deliver(Returned.mail(Returned.postfix(stolen, FAILED)));

        watch.look();

        assertThat(order(boss, id).path("state").asString()).isEqualTo("SENT");
        stranger.delete("/api/admin/notice/channels/EMAIL");
    }

    @Test
    void aMailboxThatCannotBeReadKeepsNobodyElseWaiting() throws Exception {
        TestBrowser other = new TestBrowser(http).signedIn(given.org().admin());
        connect(other, "wrong");
        long id = sent(boss);
        mailbox.deliver(Returned.mail(Returned.exchange(messageId())));

        watch.look();

        Await.until(() -> order(boss, id).path("state").asString().equals("FAILED"));
        other.delete("/api/admin/notice/channels/EMAIL");
    }
}
