package org.qiao.noticemail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.OutboundNetworks;

/**
 * Connections to the companies' mail servers. A few that worked are kept for the next mail of the same company, for seconds: with
 * TLS and a login, opening one costs more than the mail.
 */
final class SmtpConnections {

    static final int KEPT_FOR_ONE = 4;
    private static final int KEPT_FOR_ALL = 200;
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int MAILS = 50;

    /** Whoever names a mail server could else fill the memory with its answers. */
    private static final long MOST_BYTES = 1024 * 1024;

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
    private final OutboundNetworks networks;
    private final Duration patience;
    private final Cache<Place, Connection> idle;

    /**
     * @param sockets checks the certificates of the servers
     * @param networks where mail servers may be
     * @param patience for a connection, and for each answer
     * @param executor closes what nobody needs any more
     */
    SmtpConnections(SSLSocketFactory sockets, OutboundNetworks networks, Duration patience, Executor executor) {
        this.sockets = sockets;
        this.networks = networks;
        this.patience = patience;
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
        Session session = Session.getInstance(properties(settings), new Login(settings));
        SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
        Socket socket = networks.socket(MOST_BYTES);
        boolean open = false;
        try {
            transport.connect(connect(socket, settings));
            open = true;
            return new Connection(text, session, transport, 0);
        } catch (IOException e) {
            throw new MessagingException("No connection", e);
        } finally {
            if (!open) {
                close(socket);
            }
        }
    }

    private Socket connect(Socket socket, SmtpSettings settings) throws IOException {
        int wait = (int) patience.toMillis();
        byte[] found = networks.find(settings.server()).getAddress();
        // Named as the settings name it, because the library compares the certificate with the name of the socket's
        // address.
        InetAddress named = InetAddress.getByAddress(settings.server(), found);
        socket.connect(new InetSocketAddress(named, settings.usedPort()), wait);
        socket.setSoTimeout(wait);
        if (settings.security() != SmtpSettings.Security.TLS) {
            return socket;
        }
        SSLSocket secure = (SSLSocket) sockets.createSocket(socket, settings.server(), settings.usedPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must name the host
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private Properties properties(SmtpSettings settings) {
        Properties all = new Properties();
        all.setProperty("mail.smtp.host", settings.server());
        all.setProperty("mail.smtp.from", settings.bounces());
        // The machine's own name is nobody's business, and looking it up can take long.
        all.setProperty("mail.smtp.localhost", settings.domain());
        all.setProperty("mail.smtp.quitwait", "false");
        if (settings.username() != null) {
            all.setProperty("mail.smtp.auth", "true");
            all.setProperty("mail.smtp.user", settings.username());
        }
        if (settings.security() == SmtpSettings.Security.STARTTLS) {
            all.setProperty("mail.smtp.starttls.enable", "true");
            all.setProperty("mail.smtp.starttls.required", "true");
            all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            all.put("mail.smtp.ssl.socketFactory", sockets);
        }
        return all;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it was never of use
        }
    }

    private static final class Login extends Authenticator {

        private final SmtpSettings settings;

        Login(SmtpSettings settings) {
            this.settings = settings;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return settings.username() == null
                    ? null
                    : new PasswordAuthentication(settings.username(), settings.password());
        }
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
