package org.qiao.groupguard;

/** What a rule was hit by. */
enum GuardTrigger {
    KEYWORD,
    LINK,
    PHONE,
    PICTURE,
    QR,
    FLOOD
}
