package org.qiao.messagenotice;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one person: his settings or the company's, with what the company forbids.
 *
 * @param own the person has chosen himself
 * @param quietUntil told nothing before; null when he may be told
 * @param zone the company's
 */
record Wish(TellSettings settings, boolean own, @Nullable Instant quietUntil, ZoneId zone) {}
