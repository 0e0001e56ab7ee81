package org.qiao.noticemail;

import static org.qiao.notice.SettingsJson.require;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a company's mail server is spoken to.
 *
 * @param port null for the usual one of the security
 * @param security null for STARTTLS
 * @param from the address that recipients see
 * @param fromName the name beside it
 * @param bounceAddress where undeliverable mail goes back to; null for {@code from}
 * @param mailbox where that can be read; null: nobody looks
 */
record SmtpSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String bounceAddress,
        @Nullable BounceMailbox mailbox) {

    /** With the port that is usual for it. */
    enum Security {
        /** Readable on the way: for a relay in the own network. */
        NONE(25),
        /** Begins readable and is refused unless it becomes encrypted before anything is said. */
        STARTTLS(587),
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,39}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]*");
    static final int LONGEST_PORT = 65_535;

    /** Only ASCII, as every mail server takes it, and nothing that could end a line or an address. */
    static boolean isAddress(String text) {
        return text.length() <= 254
                && text.indexOf('@') <= 64
                && ADDRESS.matcher(text).matches();
    }

    /** The same with what was left open filled in; refuses what cannot work. */
    SmtpSettings checked() {
        String name = blankToNull(fromName);
        String user = blankToNull(username);
        String secret = password == null || password.isEmpty() ? null : password;
        String bounce = blankToNull(bounceAddress);
        Security how = security == null ? Security.STARTTLS : security;
        int at = port == null ? how.usualPort : port;
        require(host != null && isHost(host.strip()), "host");
        require(at >= 1 && at <= LONGEST_PORT, "port");
        require(from != null && isAddress(from.strip()), "from");
        require(name == null || (name.length() <= 100 && isOneLine(name)), "fromName");
        require(bounce == null || isAddress(bounce), "bounceAddress");
        require(user == null || (user.length() <= 254 && isOneLine(user)), "username");
        require((user == null) == (secret == null), user == null ? "username" : "password");
        require(secret == null || (secret.length() <= 500 && isOneLine(secret)), "password");
        // A password is never sent readable to another machine.
        require(secret == null || how != Security.NONE || isLoopback(server()), "security");
        return new SmtpSettings(
                server().strip(),
                at,
                how,
                user,
                secret,
                sender().strip(),
                name,
                bounce,
                mailbox == null ? null : mailbox.checked());
    }

    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.strip().toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isOneLine(String text) {
        return ONE_LINE.matcher(text).matches();
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    String server() {
        return Objects.requireNonNull(host);
    }

    int usedPort() {
        return Objects.requireNonNull(port);
    }

    String sender() {
        return Objects.requireNonNull(from);
    }

    /** Envelope sender. */
    String bounces() {
        return bounceAddress == null ? sender() : bounceAddress;
    }

    /** The part of the sender's address behind the at sign. */
    String domain() {
        return sender().substring(sender().indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]"; // never the password
    }
}
