package org.qiao.notice;

/** How a person is reached outside the socket. */
public enum Channel {
    EMAIL,
    SMS,
    VOICE,
    PUSH
}
