package org.qiao.messaging;

/**
 * How many have read one message.
 *
 * @param total members who can read it, without the sender
 */
public record Receipt(long seq, long read, long total) {}
