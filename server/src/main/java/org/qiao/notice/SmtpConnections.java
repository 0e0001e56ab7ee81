package org.qiao.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the companies' mail servers. A few that worked are kept for the next mail of the same company, for seconds: with
 * TLS and a login, opening one costs more than the mail.
 */
final class SmtpConnections {

    static final int KEPT_FOR_ONE = 4;
    private static final int KEPT_FOR_ALL = 200;
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int MAILS = 50;
    private static final String WAIT_MILLIS = "10000";

    private record Place(long orgId, int number) {}

    /** One connection in the hands of one thread. */
    record Connection(String settings, Session session, Transport transport, int mails) {

        void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The server was faster; either way it is closed.
                return;
            }
        }
    }

    private final SSLSocketFactory sockets;
    private final Cache<Place, Connection> idle;

    /**
     * @param sockets checks the certificates of the servers
     * @param executor closes what nobody needs any more
     */
    SmtpConnections(SSLSocketFactory sockets, Executor executor) {
        this.sockets = sockets;
        this.idle = Caffeine.newBuilder()
                .maximumSize(KEPT_FOR_ALL)
                .expireAfterWrite(KEPT)
                .scheduler(Scheduler.systemScheduler())
                .executor(executor)
                .removalListener((@Nullable Place place, @Nullable Connection connection, RemovalCause cause) -> {
                    if (cause.wasEvicted() && connection != null) {
                        connection.close();
                    }
                })
                .build();
    }

    /** One that is open, or a new one. */
    Connection take(long orgId, String text, SmtpSettings settings) throws MessagingException {
        for (int number = 0; number < KEPT_FOR_ONE; number++) {
            Connection kept = idle.asMap().remove(new Place(orgId, number));
            if (kept != null) {
                if (kept.settings().equals(text) && kept.transport().isConnected()) {
                    return kept;
                }
                kept.close();
            }
        }
        return open(text, settings);
    }

    private Connection open(String text, SmtpSettings settings) throws MessagingException {
        Session session = Session.getInstance(properties(settings));
        Transport transport = session.getTransport("smtp");
        transport.connect(settings.username(), settings.password());
        return new Connection(text, session, transport, 0);
    }

    private Properties properties(SmtpSettings settings) {
        Properties all = new Properties();
        all.setProperty("mail.smtp.host", settings.server());
        all.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        all.setProperty("mail.smtp.from", settings.bounces());
        // The machine's own name is nobody's business, and looking it up can take long.
        all.setProperty("mail.smtp.localhost", settings.domain());
        all.setProperty("mail.smtp.auth", String.valueOf(settings.username() != null));
        all.setProperty("mail.smtp.connectiontimeout", WAIT_MILLIS);
        all.setProperty("mail.smtp.timeout", WAIT_MILLIS);
        all.setProperty("mail.smtp.quitwait", "false");
        all.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.security() == SmtpSettings.Security.TLS));
        boolean upgrade = settings.security() == SmtpSettings.Security.STARTTLS;
        all.setProperty("mail.smtp.starttls.enable", String.valueOf(upgrade));
        all.setProperty("mail.smtp.starttls.required", String.valueOf(upgrade));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.socketFactory", sockets);
        return all;
    }

    /** After a mail that went well. */
    void giveBack(long orgId, Connection used) {
        Connection kept = new Connection(used.settings(), used.session(), used.transport(), used.mails() + 1);
        boolean placed = false;
        for (int number = 0; number < KEPT_FOR_ONE && kept.mails() < MAILS && !placed; number++) {
            placed = idle.asMap().putIfAbsent(new Place(orgId, number), kept) == null;
        }
        if (!placed) {
            kept.close();
        }
    }

    void forget(long orgId) {
        for (int number = 0; number < KEPT_FOR_ONE; number++) {
            Optional.ofNullable(idle.asMap().remove(new Place(orgId, number))).ifPresent(Connection::close);
        }
    }

    void closeAll() {
        idle.asMap().keySet().forEach(place -> forget(place.orgId()));
    }
}
