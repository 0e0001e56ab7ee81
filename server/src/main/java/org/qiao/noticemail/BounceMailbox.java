package org.qiao.noticemail;

import static org.qiao.notice.SettingsJson.require;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carrier.Destination;
import org.qiao.noticemail.SmtpSettings.Security;

/**
 * Where mail that could not be delivered is read, by IMAP. It should get nothing else: what was read is marked or deleted.
 *
 * @param port null for the usual one of the security
 * @param security null for TLS
 */
record BounceMailbox(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Security security,
        @Nullable String username,
        @Nullable String password) {

    private static final int PORT = 143;
    private static final int PORT_TLS = 993;

    /** The same with what was left open filled in; null without a host; refuses what cannot work. */
    @Nullable
    BounceMailbox checked() {
        String server = SmtpSettings.blankToNull(host);
        if (server == null) {
            return null;
        }
        Security how = security == null ? Security.TLS : security;
        int usual = how == Security.TLS ? PORT_TLS : PORT;
        int at = port == null ? usual : port;
        String user = SmtpSettings.blankToNull(username);
        require(SmtpSettings.isHost(server), "mailbox.host");
        require(at >= 1 && at <= SmtpSettings.LONGEST_PORT, "mailbox.port");
        require(user != null && user.length() <= 254 && SmtpSettings.isOneLine(user), "mailbox.username");
        require(
                password != null && !password.isEmpty() && password.length() <= 500 && SmtpSettings.isOneLine(password),
                "mailbox.password");
        require(how != Security.NONE || SmtpSettings.isLoopback(server), "mailbox.security");
        return new BounceMailbox(server, at, how, user, password);
    }

    Destination destination() {
        int safety = security == Security.NONE ? 0 : 1;
        return new Destination("mailbox.host", server(), usedPort(), user(), safety);
    }

    String server() {
        return Objects.requireNonNull(host);
    }

    int usedPort() {
        return Objects.requireNonNull(port);
    }

    String user() {
        return Objects.requireNonNull(username);
    }

    @Override
    public String toString() {
        return "BounceMailbox[" + host + ":" + port + "]"; // never the password
    }
}
