package org.qiao.customer;

/** How a customer and an employee met. */
public enum AddWay {
    QR,
    LINK,
    CARD,
    HOST,
    GROUP,
    ASSIGNED,
    HANDED_OVER,
    SHARED,
    IMPORTED,
    UNKNOWN
}
