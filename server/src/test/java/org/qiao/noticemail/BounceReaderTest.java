package org.qiao.noticemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.notice.FailReason;
import org.qiao.noticemail.BounceReader.Bounce;

class BounceReaderTest {

    private static final long ORG = 7;
    private static final MailIds IDS = new MailIds(new byte[32]);
    private static final String ID = IDS.of(ORG, 42, "example.com");

    private final BounceReader reader = new BounceReader(IDS);

    private Optional<Bounce> read(String mail) throws Exception {
        return reader.read(ORG, Returned.mail(mail));
    }

    private static Optional<Bounce> bounce(FailReason reason) {
        return Optional.of(new Bounce(ID, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, smtp; 550 5.1.1 <lena@example.net>: Recipient address rejected: User unknown, INVALID_ADDRESS",
        "5.1.2, X-Postfix; Host or domain name not found, INVALID_ADDRESS",
        "5.1.8, smtp; 553 5.1.8 Sender address rejected, REFUSED",
        "5.2.2, smtp; 552 5.2.2 Mailbox full, NOT_DELIVERED",
        "5.7.1, smtp; 554 5.7.1 Service unavailable; Client host blocked, REFUSED",
        "4.4.1, X-Postfix; connect to in.example.net: Connection timed out, NO_ROUTE",
        "5.0.0, smtp; 550 No such user here, INVALID_ADDRESS",
        "5.0.0, smtp; 554 Message rejected as spam, REFUSED",
        "5.5.0, smtp; 550 5.1.1 unknown, INVALID_ADDRESS",
        "5.0.0, smtp; 554 something, NOT_DELIVERED"
    })
    void aReportSaysWhy(String status, String diagnostic, FailReason reason) throws Exception {
        String recipient = "Action: failed\nStatus: " + status + "\nDiagnostic-Code: " + diagnostic;

        assertThat(read(Returned.postfix(ID, recipient))).isEqualTo(bounce(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
    void whatIsLateOrArrivedDoesNotFail(String action) throws Exception {
        String recipient =
                "Action: " + action + "\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; 450 4.1.1 later, not 550 5.1.1";

        assertThat(read(Returned.postfix(ID, recipient))).isEmpty();
    }

    @Test
    void theReportsOfExchange() throws Exception {
        assertThat(read(Returned.exchange(ID))).isEqualTo(bounce(FailReason.INVALID_ADDRESS));
    }

    @Test
    void theWordsOfQq() throws Exception {
        assertThat(read(Returned.qq(ID))).isEqualTo(bounce(FailReason.INVALID_ADDRESS));
    }

    @Test
    void theReportsOfNetease() throws Exception {
        assertThat(read(Returned.netease(ID, "550 User not found: nobody@163.com")))
                .isEqualTo(bounce(FailReason.INVALID_ADDRESS));
        assertThat(read(Returned.netease(ID, "554 DT:SPM 163 smtp11"))).isEqualTo(bounce(FailReason.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: lena@example.net\nIn-Reply-To: ID",
                "From: lena@example.net\nReturn-Path: <>\nAuto-Submitted: auto-replied\nIn-Reply-To: ID",
                "From: postmaster@example.net\nAuto-Submitted: auto-replied (vacation)\nReferences: ID"
            })
    void noAnswerOfAPersonOrOfAHolidayIsAReport(String headers) throws Exception {
        assertThat(read(Returned.words(headers.replace("ID", ID), "I got \"550 5.1.1 user unknown\" the other day.")))
                .isEmpty();
    }

    @Test
    void aPostmasterWithoutAReportIsBelievedWhenTheFailureIsFinal() throws Exception {
        String headers = "From: MAILER-DAEMON@example.net\nReturn-Path: <>\nIn-Reply-To: " + ID;

        assertThat(read(Returned.words(headers, "452 4.2.2 try again later"))).isEmpty();
        assertThat(read(Returned.words(headers, "<lena@example.net>: 550 5.7.1 refused by policy")))
                .isEqualTo(bounce(FailReason.REFUSED));
        assertThat(read(Returned.words(headers, "Your invoice 5.500 of 12.5.2026")))
                .isEmpty();
    }

    @Test
    void onlyWhoHasSeenTheMailCanFailIt() throws Exception {
        String failed = "Action: failed\nStatus: 5.1.1";
        for (String id : new String[] {
            "<notice-42.7@example.com>",
            "<notice-42.7.00000000000000000000@example.com>",
            ID.replace("notice-42.", "notice-43."),
            ID.replace("notice-42.7.", "notice-42.8."),
            IDS.of(8, 42, "example.com"),
            "<notice-99999999999999999999.7.00000000000000000000@example.com>",
            "nothing"
        }) {
            assertThat(read(Returned.postfix(id, failed))).as(id).isEmpty();
        }
        MailIds stranger = new MailIds(new byte[] {1});
        assertThat(read(Returned.postfix(stranger.of(ORG, 42, "example.com"), failed)))
                .isEmpty();
        assertThat(read(Returned.postfix("<notice-1.7.00000000000000000000@example.com> " + ID, failed)))
                .isEqualTo(bounce(FailReason.INVALID_ADDRESS));
    }

    @Test
    void nonsenseIsNotARefusal() throws Exception {
        for (String mail : new String[] {
            "",
            "\n\n",
            "Content-Type: text/plain; charset=no-such\n\n" + ID,
            "Content-Type: message/delivery-status\n\nAction: failed\n"
        }) {
            assertThat(read(mail)).isEmpty();
        }
        String deep = "Content-Type: multipart/mixed; boundary=a\n\n";
        for (String mail : new String[] {
            "Content-Type: multipart/report; boundary=x\n\nno parts, " + ID, deep + ("--a\n" + deep).repeat(50)
        }) {
            assertThatThrownBy(() -> read(mail)).isInstanceOf(MessagingException.class);
        }
    }
}
