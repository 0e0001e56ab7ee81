package org.qiao.followup;

import java.time.Duration;
import java.time.Instant;
import org.qiao.naming.PlainText;

/** What a task needs. */
final class TaskRule {

    static final int TEXT_MAX = 200;
    static final int OPEN_MAX = 1_000;
    static final Duration FURTHEST = Duration.ofDays(2 * 366);

    private TaskRule() {}

    static String text(String raw) {
        String text = PlainText.clean(raw);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > TEXT_MAX) {
            throw FollowupProblem.BAD_TEXT.problem("field", "text", "max", TEXT_MAX);
        }
        return text;
    }

    /** A moment ahead, not too far. */
    static Instant due(Instant wanted, Instant now) {
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(FURTHEST))) {
            throw FollowupProblem.BAD_DUE_TIME.problem("field", "dueAt");
        }
        return wanted;
    }
}
