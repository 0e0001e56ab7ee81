package org.qiao.noticemail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.FailReason;

/**
 * Reads mails that came back: the report of RFC 3464, and for servers that write none the words of their postmaster. Only a mail
 * that repeats one of our own Message-IDs says anything.
 */
final class BounceReader {

    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 40;
    private static final int MOST_TEXT = 200_000;

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([45])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    private static final Pattern PERMANENT = Pattern.compile("(?<![\\d.])5[0-5]\\d[ -]");
    private static final Pattern SENDER = Pattern.compile("(?i)(mailer-daemon|postmaster|mail-daemon)@");
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?i)user (is )?(unknown|not found)|unknown user|no such (user|recipient|mailbox)|mailbox not found|recipient not found"
                    + "|does not exist|doesn't exist|invalid recipient|用户不存在|帐号不存在|账号不存在|收件人不存在|地址不存在|无此用户");
    private static final Pattern REFUSING =
            Pattern.compile("(?i)spam|spm|blocked|blacklist|denied|policy|rejected|垃圾邮件|拒绝|拒收");

    private final MailIds ids;

    BounceReader(MailIds ids) {
        this.ids = ids;
    }

    /** One of our mails that will not arrive. */
    record Bounce(String reference, FailReason reason) {}

    /** Empty for everything else, also for a mail that is only late. */
    Optional<Bounce> read(long orgId, MimeMessage mail) throws MessagingException, IOException {
        Found found = new Found();
        found.add(mail.getHeader("In-Reply-To", " "));
        found.add(mail.getHeader("References", " "));
        found.part(mail, 0);
        Optional<String> reference = ids.find(orgId, found.text);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        Optional<FailReason> reason = found.reports.isEmpty() ? inWords(mail, found.text) : reported(found.reports);
        return reason.map(why -> new Bounce(reference.get(), why));
    }

    private static Optional<FailReason> reported(List<InternetHeaders> recipients) {
        for (InternetHeaders recipient : recipients) {
            String action = first(recipient, "Action");
            if (action.toLowerCase(Locale.ROOT).startsWith("failed")) {
                return Optional.of(reason(first(recipient, "Status") + " " + first(recipient, "Diagnostic-Code")));
            }
        }
        return Optional.empty();
    }

    private static String first(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    /** An answer of a person or of somebody's holiday is no report, whatever numbers it quotes. */
    private static Optional<FailReason> inWords(MimeMessage mail, CharSequence text) throws MessagingException {
        String automatic = mail.getHeader("Auto-Submitted", null);
        String returnPath = mail.getHeader("Return-Path", null);
        String from = mail.getHeader("From", " ");
        boolean reply =
                automatic != null && automatic.toLowerCase(Locale.ROOT).strip().startsWith("auto-replied");
        boolean fromServer = (returnPath != null && returnPath.strip().equals("<>"))
                || (from != null && SENDER.matcher(from).find());
        boolean permanent = PERMANENT.matcher(text).find()
                || ENHANCED.matcher(text)
                        .results()
                        .anyMatch(code -> code.group(1).equals("5"));
        return !reply && fromServer && permanent ? Optional.of(reason(text)) : Optional.empty();
    }

    /** By the most telling code: "5.0.0" and "5.5.0" say nothing, then what stands behind them does. */
    private static FailReason reason(CharSequence said) {
        Matcher code = ENHANCED.matcher(said);
        while (code.find()) {
            FailReason reason = byCode(code.group(2), code.group(3));
            if (reason != null) {
                return reason;
            }
        }
        if (UNKNOWN.matcher(said).find()) {
            return FailReason.INVALID_ADDRESS;
        }
        return REFUSING.matcher(said).find() ? FailReason.REFUSED : FailReason.NOT_DELIVERED;
    }

    private static @Nullable FailReason byCode(String subject, String detail) {
        boolean aboutSender = detail.equals("7") || detail.equals("8");
        return switch (subject) {
            case "1" -> detail.equals("0") ? null : aboutSender ? FailReason.REFUSED : FailReason.INVALID_ADDRESS;
            case "2" -> FailReason.NOT_DELIVERED;
            case "4" -> FailReason.NO_ROUTE;
            case "7" -> FailReason.REFUSED;
            default -> null;
        };
    }

    /** What a mail holds, as far as it is looked at. */
    private static final class Found {

        private final StringBuilder text = new StringBuilder();
        private final List<InternetHeaders> reports = new ArrayList<>();
        private int parts;

        void add(@Nullable String more) {
            if (more != null && text.length() < MOST_TEXT) {
                text.append(more, 0, Math.min(more.length(), MOST_TEXT - text.length()))
                        .append('\n');
            }
        }

        void part(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST || ++parts > MOST_PARTS) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inner) {
                for (int i = 0; i < inner.getCount() && i < MOST_PARTS; i++) {
                    BodyPart each = inner.getBodyPart(i);
                    part(each, depth + 1);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message original) {
                String[] id = original.getHeader("Message-ID");
                add(id == null ? null : String.join(" ", id));
            } else if (part.isMimeType("message/delivery-status")) {
                report(part);
            } else if (part.isMimeType("text/*")) {
                add(words(part));
            }
        }

        /** Blocks of fields: one about the mail, then one for each recipient. */
        private void report(Part part) throws MessagingException, IOException {
            byte[] bytes = bytes(part);
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            while (in.available() > 0 && reports.size() < MOST_PARTS) {
                InternetHeaders block = new InternetHeaders(in);
                if (block.getHeader("Action", null) != null) {
                    reports.add(block);
                }
            }
        }

        /** In the charset it names when that is known here, else byte by byte: what matters is ASCII. */
        private static String words(Part part) throws MessagingException, IOException {
            try {
                return part.getContent() instanceof String known ? known : latin(part);
            } catch (IOException unknownCharset) {
                return latin(part);
            }
        }

        private static String latin(Part part) throws MessagingException, IOException {
            return new String(bytes(part), StandardCharsets.ISO_8859_1);
        }

        private static byte[] bytes(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return in.readNBytes(MOST_TEXT);
            }
        }
    }
}
