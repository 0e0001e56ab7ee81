package org.qiao.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qiao.naming.PlainText;

/**
 * Something that a customer has proved to be his.
 *
 * @param value in its one form: an e-mail in lower case, a telephone number as +8613800138000, the host site's own id
 */
public record CustomerKey(Kind kind, String value) {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;:<>()\"\\\\]{1,64}@[a-z0-9.-]{1,180}\\.[a-z0-9-]{2,}");
    private static final int HOST_MAX = 120;
    private static final int EMAIL_MAX = 254;

    /** What was proved. */
    public enum Kind {
        EMAIL,
        PHONE,
        HOST
    }

    @Override
    public String toString() {
        return "CustomerKey " + kind;
    }

    /** Empty when it is no address that a mail can go to. */
    public static Optional<CustomerKey> email(String raw) {
        String address = raw.strip().toLowerCase(Locale.ROOT);
        return address.length() <= EMAIL_MAX && EMAIL.matcher(address).matches()
                ? Optional.of(new CustomerKey(Kind.EMAIL, address))
                : Optional.empty();
    }

    /** The host site's own name for the person: kept as it is. */
    public static Optional<CustomerKey> host(String subject) {
        boolean sound = !subject.isEmpty()
                && subject.length() <= HOST_MAX
                && PlainText.clean(subject).equals(subject);
        return sound ? Optional.of(new CustomerKey(Kind.HOST, subject)) : Optional.empty();
    }

    /** The one of this kind that was proved last, of keys in the order in which they were proved. */
    public static Optional<CustomerKey> last(List<CustomerKey> keys, Kind kind) {
        return keys.reversed().stream().filter(key -> key.kind() == kind).findFirst();
    }

    /** For people: enough to recognise one's own, not enough to write to it. */
    public String masked() {
        return switch (kind) {
            case EMAIL -> value.charAt(0) + "***" + value.substring(value.indexOf('@'));
            case PHONE -> "****" + value.substring(Math.max(0, value.length() - 4));
            case HOST -> value;
        };
    }
}
