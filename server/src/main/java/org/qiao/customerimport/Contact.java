package org.qiao.customerimport;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.qiao.customer.CustomerKey;
import org.qiao.platform.SecureTokens;

/** By what a row is known again when it comes once more. Nobody has proved it. */
record Contact(Kind kind, String value) {

    /** What it is. */
    enum Kind {
        EMAIL,
        PHONE,
        /** Of rows without either: what the row says, as a digest. */
        ROW
    }

    static Contact of(CustomerKey key) {
        return new Contact(key.kind() == CustomerKey.Kind.EMAIL ? Kind.EMAIL : Kind.PHONE, key.value());
    }

    static Contact row(String... parts) {
        String text = String.join("\u0000", parts).toLowerCase(Locale.ROOT);
        return new Contact(Kind.ROW, HexFormat.of().formatHex(SecureTokens.hash(text)));
    }

    /** What a customer could prove; empty for what only a sheet says. */
    Optional<CustomerKey> key() {
        return switch (kind) {
            case EMAIL -> Optional.of(new CustomerKey(CustomerKey.Kind.EMAIL, value));
            case PHONE -> Optional.of(new CustomerKey(CustomerKey.Kind.PHONE, value));
            case ROW -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "Contact " + kind;
    }
}
