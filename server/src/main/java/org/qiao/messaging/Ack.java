package org.qiao.messaging;

import java.time.Instant;

/**
 * The draft is stored for ever: committed and on disk.
 *
 * @param at the server's time of the entry
 */
public record Ack(long seq, long no, Instant at) {}
