package org.qiao.noticemail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.SettingsJson;
import org.qiao.platform.OutboundNetworks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * E-mail through the company's mail server. A mail has the same Message-ID each time it is tried, so a repeat after an unknown
 * outcome is recognised by whoever stores it.
 */
@Component
class SmtpCarrier implements Carrier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);

    /** For a connection and for each answer; a whole mail takes three times as long at most. */
    private static final Duration WAIT = Duration.ofSeconds(10);

    /** A server that refused the login is left alone for so long: many attempts look like an attack and lock the account. */
    private static final Duration AFTER_REFUSED_LOGIN = Duration.ofMinutes(1);

    private static final int COMPANIES = 1_000;

    private final JsonMapper json;
    private final MailIds ids;
    private final Clock clock;
    private final Duration patience;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(SmtpCarrier::thread);
    private final SmtpConnections connections;
    private final Cache<Long, String> refusedLogins = recent();
    private final Cache<Long, String> told = recent();

    @Autowired
    SmtpCarrier(JsonMapper json, OutboundNetworks networks, MailIds ids, Clock clock) {
        this(json, networks, ids, clock, (SSLSocketFactory) SSLSocketFactory.getDefault(), WAIT);
    }

    SmtpCarrier(
            JsonMapper json,
            OutboundNetworks networks,
            MailIds ids,
            Clock clock,
            SSLSocketFactory sockets,
            Duration wait) {
        this.json = json;
        this.ids = ids;
        this.patience = wait.multipliedBy(3);
        this.clock = clock;
        this.connections = new SmtpConnections(sockets, networks, wait, threads);
    }

    private static Cache<Long, String> recent() {
        return Caffeine.newBuilder()
                .maximumSize(COMPANIES)
                .expireAfterWrite(AFTER_REFUSED_LOGIN)
                .build();
    }

    /** The mail library looks for its parts through the thread's class loader. */
    private static Thread thread(Runnable task) {
        Thread thread = Thread.ofVirtual().name("smtp").unstarted(task);
        thread.setContextClassLoader(SmtpCarrier.class.getClassLoader());
        return thread;
    }

    @Override
    public CarrierKind kind() {
        return CarrierKind.SMTP;
    }

    @Override
    public String check(String settings) {
        return json.writeValueAsString(
                SettingsJson.read(json, settings, SmtpSettings.class).checked());
    }

    @Override
    public List<Destination> destinations(String settings) {
        SmtpSettings read = SettingsJson.read(json, settings, SmtpSettings.class);
        String user = read.username() == null ? "" : read.username();
        int safety = read.security() == SmtpSettings.Security.NONE ? 0 : 1;
        Destination server = new Destination("host", read.server(), read.usedPort(), user, safety);
        return read.mailbox() == null
                ? List.of(server)
                : List.of(server, read.mailbox().destination());
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public void forget(long orgId) {
        refusedLogins.invalidate(orgId);
        told.invalidate(orgId);
        connections.forget(orgId);
    }

    @Override
    public void close() {
        connections.closeAll();
        threads.shutdownNow();
    }

    /** On a thread of its own, because a server that sends a byte now and then outlasts every limit of a single read. */
    @Override
    public Outcome carry(String settings, Parcel parcel) {
        String address = ascii(parcel.address());
        if (address == null) {
            return new Outcome.Failed(FailReason.INVALID_ADDRESS, 0);
        }
        if (settings.equals(refusedLogins.getIfPresent(parcel.orgId()))) {
            return new Outcome.Later(FailReason.GAVE_UP, AFTER_REFUSED_LOGIN);
        }
        Future<Outcome> sending = threads.submit(() -> send(settings, parcel, address));
        try {
            return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            tell(parcel.orgId(), e);
        } catch (ExecutionException e) {
            tell(parcel.orgId(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sending.cancel(true); // ends its reads and writes; nothing when it is over
        }
        return new Outcome.Later(FailReason.GAVE_UP, null);
    }

    private Outcome send(String text, Parcel parcel, String address) {
        SmtpConnections.Connection connection = null;
        boolean reusable = false;
        try {
            SmtpSettings settings = json.readValue(text, SmtpSettings.class);
            connection = connections.take(parcel.orgId(), text, settings);
            MimeMessage mail = mail(connection.session(), settings, parcel, address);
            connection.transport().sendMessage(mail, new Address[] {new InternetAddress(address)});
            reusable = true;
            return new Outcome.Sent(messageId(settings, parcel), 1);
        } catch (AuthenticationFailedException e) {
            return loginRefused(text, parcel.orgId(), e);
        } catch (MessagingException e) {
            return outcome(parcel.orgId(), e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        } finally {
            if (connection != null && reusable) {
                connections.giveBack(parcel.orgId(), connection);
            } else if (connection != null) {
                connection.close();
            }
        }
    }

    private MimeMessage mail(Session session, SmtpSettings settings, Parcel parcel, String address)
            throws MessagingException, UnsupportedEncodingException {
        MailPage page = MailPage.of(parcel.text(), parcel.locale());
        MimeMessage mail = new Identified(session, messageId(settings, parcel));
        mail.setFrom(new InternetAddress(settings.sender(), settings.fromName(), "UTF-8"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        mail.setSubject(page.subject(), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated"); // no holiday notice, please
        mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        mail.setContentLanguage(new String[] {parcel.locale().toLanguageTag()});
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(page.plain(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(page.html(), "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        mail.saveChanges();
        return mail;
    }

    /** The library would number each attempt anew. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private String messageId(SmtpSettings settings, Parcel parcel) {
        return ids.of(parcel.orgId(), parcel.id(), settings.domain());
    }

    private Outcome loginRefused(String settings, long orgId, AuthenticationFailedException e) {
        String reply = e.getMessage();
        if (reply == null || !reply.startsWith("4")) {
            refusedLogins.put(orgId, settings);
        }
        tell(orgId, e);
        return new Outcome.Later(FailReason.GAVE_UP, AFTER_REFUSED_LOGIN);
    }

    private Outcome outcome(long orgId, MessagingException refusal) {
        SmtpReply reply = SmtpReply.of(refusal);
        if (reply.isPermanent()) {
            return new Outcome.Failed(
                    reply.saysUnknownRecipient() ? FailReason.INVALID_ADDRESS : FailReason.REFUSED, 0);
        }
        if (reply.toRecipient()) {
            return new Outcome.Later(FailReason.NO_ROUTE, null);
        }
        tell(orgId, refusal);
        return new Outcome.Later(FailReason.GAVE_UP, null);
    }

    /** Once in a while for each company, for the operator; kinds of faults only, since texts of servers repeat addresses. */
    private void tell(long orgId, Throwable fault) {
        if (told.asMap().putIfAbsent(orgId, "") == null) {
            StringBuilder kinds = new StringBuilder();
            for (Throwable each = fault; each != null && kinds.length() < 200; each = each.getCause()) {
                kinds.append(kinds.isEmpty() ? "" : ", ").append(each.getClass().getSimpleName());
            }
            LOG.warn("The mail server of company {} does not take mail for now: {}", orgId, kinds);
        }
    }

    /** With a domain as the name system knows it; null when no mail server would take it. */
    private static @Nullable String ascii(String address) {
        int at = address.lastIndexOf('@');
        try {
            String plain = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            return SmtpSettings.isAddress(plain) ? plain : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * What the server said against a mail, as far as it said something.
     *
     * @param code 0 when the connection broke or never came about
     * @param toRecipient it was about the recipient, not about the mail or the sender
     */
    private record SmtpReply(int code, String text, boolean toRecipient) {

        private static final int NEEDS_LOGIN = 530;

        static SmtpReply of(MessagingException refusal) {
            SmtpReply found = new SmtpReply(0, "", false);
            for (Exception each = refusal; each != null; each = next(each)) {
                String text = String.valueOf(each.getMessage());
                switch (each) {
                    case SMTPAddressFailedException e -> {
                        return new SmtpReply(e.getReturnCode(), text, true);
                    }
                    case SMTPSenderFailedException e -> found = new SmtpReply(e.getReturnCode(), text, false);
                    case SMTPSendFailedException e -> found = new SmtpReply(e.getReturnCode(), text, false);
                    default -> {} // says nothing that the others do not
                }
            }
            return found;
        }

        private static @Nullable Exception next(Exception e) {
            return e instanceof MessagingException messaging ? messaging.getNextException() : null;
        }

        /** "Log in first" is a matter of the settings, which can be mended while the mail waits. */
        boolean isPermanent() {
            return code >= 500 && code < 600 && code != NEEDS_LOGIN;
        }

        /** By the enhanced code when there is one: 5.1.x speaks of the address, 5.7.x of rules, whatever stands before. */
        boolean saysUnknownRecipient() {
            if (!toRecipient || text.contains(" 5.7.")) {
                return false;
            }
            return code == 550 || code == 553 || code == 501 || text.contains(" 5.1.");
        }
    }
}
