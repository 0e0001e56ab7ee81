package org.qiao.customer;

/** How a customer first came to the company. */
public enum CustomerSource {
    QR,
    LINK,
    CARD,
    HOST,
    GROUP,
    IMPORTED,
    UNKNOWN
}
