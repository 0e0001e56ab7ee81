package org.qiao.noticemail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

/** Mails as well-known servers send them back. */
final class Returned {

    private Returned() {}

    static MimeMessage mail(String text) throws MessagingException {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    /** @param recipient the fields of the report about the recipient */
    static String postfix(String id, String recipient) {
        return """
                Return-Path: <>
                Date: Fri, 27 Nov 2026 09:00:00 +0800 (CST)
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: bounce@example.com
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="4F1B2.1764205200/mx.example.net"
                Message-Id: <20261127010000.4F1B2@mx.example.net>

                This is a MIME-encapsulated message.

                --4F1B2.1764205200/mx.example.net
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.example.net.

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients. It's attached below.

                --4F1B2.1764205200/mx.example.net
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                X-Postfix-Queue-ID: 4F1B2
                X-Postfix-Sender: rfc822; bounce@example.com
                Arrival-Date: Fri, 27 Nov 2026 08:59:58 +0800 (CST)

                Final-Recipient: rfc822; lena@example.net
                Original-Recipient: rfc822;lena@example.net
                %s
                Remote-MTA: dns; in.example.net

                --4F1B2.1764205200/mx.example.net
                Content-Description: Undelivered Message
                Content-Type: message/rfc822

                Return-Path: <bounce@example.com>
                From: notice@example.com
                To: lena@example.net
                Subject: DING
                Message-ID: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                Please answer.

                --4F1B2.1764205200/mx.example.net--
                """.formatted(recipient, id);
    }

    /** Only the headers of the original come back. */
    static String exchange(String id) {
        return """
                From: <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.net>
                To: <bounce@example.com>
                Date: Fri, 27 Nov 2026 01:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="c5f1c6d0-1a2b"
                X-MS-Exchange-Message-Is-Ndr:
                Content-Language: en-US
                Message-ID: <c5f1c6d0@EXCH01.example.net>
                In-Reply-To: %1$s
                References: %1$s
                Subject: Undeliverable: DING
                Auto-Submitted: auto-replied

                --c5f1c6d0-1a2b
                Content-Type: multipart/alternative; differences=Content-Type;
                	boundary="6b1f-alt"

                --6b1f-alt
                Content-Type: text/plain; charset="us-ascii"
                Content-Transfer-Encoding: quoted-printable

                Delivery has failed to these recipients or groups:=0D=0A

                --6b1f-alt
                Content-Type: text/html; charset="us-ascii"
                Content-Transfer-Encoding: quoted-printable

                <html><body><b>Delivery has failed</b></body></html>

                --6b1f-alt--

                --c5f1c6d0-1a2b
                Content-Type: message/delivery-status

                Reporting-MTA: dns;EXCH01.example.net
                Received-From-MTA: dns;mail.example.com
                Arrival-Date: Fri, 27 Nov 2026 00:59:58 +0000

                Final-Recipient: rfc822;lena@example.net
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
                X-Display-Name: lena@example.net

                --c5f1c6d0-1a2b
                Content-Type: text/rfc822-headers

                From: notice@example.com
                To: lena@example.net
                Message-ID: %1$s

                --c5f1c6d0-1a2b--
                """.formatted(id);
    }

    /** No report: a page in GBK, and the original behind it. */
    static String qq(String id) {
        String page = """
                <html><body><p>抱歉，您的邮件被退回来了……</p><p>无法发送到 10000000@qq.com</p>
                <p>退信原因：收件人邮件地址（10000000@qq.com）不存在，邮件无法送达。</p>
                <p>host mx3.qq.com said: 550 Mailbox not found. https://service.mail.qq.com/detail/0/427</p></body></html>
                """;
        return """
                Return-Path: <>
                From: "PostMaster@qq.com" <PostMaster@qq.com>
                To: bounce@example.com
                Subject: =?gb18030?B?z7XNs83L0MUvU3lzdGVtcyBib3VuY2U=?=
                Date: Fri, 27 Nov 2026 09:00:00 +0800
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="----=_NextPart_69A1_0BC0"
                Message-ID: <tencent_69A10BC0@qq.com>
                X-Mailer: QQMail 2.x

                ------=_NextPart_69A1_0BC0
                Content-Type: text/html; charset="gb18030"
                Content-Transfer-Encoding: base64

                %s

                ------=_NextPart_69A1_0BC0
                Content-Type: message/rfc822

                From: notice@example.com
                To: 10000000@qq.com
                Subject: DING
                Message-ID: %s

                .

                ------=_NextPart_69A1_0BC0--
                """.formatted(Base64.getMimeEncoder().encodeToString(page.getBytes(Charset.forName("GB18030"))), id);
    }

    /** A report whose status says nothing, so that only the diagnostic does. */
    static String netease(String id, String diagnostic) {
        return """
                Return-Path: <>
                From: Postmaster@163.com
                To: bounce@example.com
                Subject: =?UTF-8?B?57O757uf6YCA5L+h?=
                Date: Fri, 27 Nov 2026 09:00:00 +0800 (CST)
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="----=_Part_163_77"
                Message-ID: <1.163.77.Postmaster@163.com>

                ------=_Part_163_77
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                <p>您的邮件无法送达。</p>

                ------=_Part_163_77
                Content-Type: message/delivery-status

                Reporting-MTA: dns; 163.com
                Arrival-Date: Fri, 27 Nov 2026 08:59:59 +0800 (CST)

                Final-Recipient: rfc822; nobody@163.com
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; %s

                ------=_Part_163_77
                Content-Type: text/rfc822-headers

                Message-ID: %s
                From: notice@example.com

                ------=_Part_163_77--
                """.formatted(diagnostic, id);
    }

    /** @param headers further ones */
    static String words(String headers, String text) {
        return """
                Date: Fri, 27 Nov 2026 09:00:00 +0800
                To: bounce@example.com
                Subject: Re: DING
                %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                %s
                """.formatted(headers, text);
    }
}
