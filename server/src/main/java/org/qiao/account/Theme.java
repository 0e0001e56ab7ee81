package org.qiao.account;

/** Colours of the client; SYSTEM follows the device. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
