package org.qiao.customer;

import java.util.Collection;

/** How sure the company is who somebody is, in rising order. */
public enum CustomerLevel {
    ANONYMOUS,
    VERIFIED,
    HOST_SIGNED;

    /** What the proved keys make of him. */
    static CustomerLevel of(Collection<CustomerKey> keys) {
        boolean signed = keys.stream().anyMatch(key -> key.kind() == CustomerKey.Kind.HOST);
        return signed ? HOST_SIGNED : keys.isEmpty() ? ANONYMOUS : VERIFIED;
    }
}
