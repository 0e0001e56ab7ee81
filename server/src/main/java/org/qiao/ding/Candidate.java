package org.qiao.ding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.DingRule.Answer;

/**
 * Somebody a DING is meant for, with what the rules say.
 *
 * @param phone of somebody without an account, E.164; null for a member
 * @param name of somebody without an account; else empty
 */
record Candidate(@Nullable Long memberId, @Nullable String phone, String name, Locale locale, Answer answer) {

    boolean isRefused() {
        return answer.ways().isEmpty();
    }

    /** Empty for who may be reached. */
    String refusal() {
        if (!isRefused()) {
            return "";
        }
        return answer.reason() == null ? "NO_RULE" : answer.reason().name();
    }
}
