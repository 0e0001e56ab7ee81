package org.qiao.tagrule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule.
 *
 * @param words of a KEYWORD rule: one of them is enough
 * @param days of a SILENCE rule
 * @param takeBack of a SILENCE rule: when he writes again the tags go
 * @param tagged on how many relations it has set a tag
 */
record TagRuleRow(
        long id,
        long orgId,
        String name,
        Kind kind,
        List<String> words,
        @Nullable Integer days,
        List<Long> tags,
        boolean takeBack,
        boolean active,
        long tagged,
        @Nullable Instant lastAt,
        int version) {

    /** By what it tags. */
    enum Kind {
        KEYWORD,
        SILENCE
    }
}
