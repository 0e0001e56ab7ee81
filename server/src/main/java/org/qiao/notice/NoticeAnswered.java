package org.qiao.notice;

import java.time.Instant;

/**
 * The recipient of an order that asks has answered: the key he pressed in a call, or what he wrote back, trimmed. Told at least
 * once.
 */
public record NoticeAnswered(long orgId, String key, Channel channel, String answer, Instant at) {}
