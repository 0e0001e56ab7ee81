package org.qiao.reminder;

import java.time.Instant;

/**
 * A reminder's time has come. Told at least once, after the commit. Listen to your own topic only, so that nothing is kept for you that
 * is not yours: {@code @ApplicationModuleListener(condition = "#due.topic() == 'approval'")}. Do what is to be done only if it still is ({@code orgId}, {@code key} and {@code occasion} together are one occasion). A reminder that was cancelled
 * or replaced in the same moment may still be heard: what counts is the state of the thing itself.
 *
 * @param occasion the moment that the rule names
 * @param at when it was served; later than {@code occasion} when it had to wait for working time or the server stood still
 */
public record ReminderDue(long orgId, String topic, String key, Instant occasion, Instant at) {}
