package org.qiao.sample;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report of sample/reports.json.
 *
 * @param template key of the shipped template
 * @param at as in {@link SampleGroup.Line}, or "w1 17:40" for the last working day of the last week but none; null: a draft of now
 * @param day the working day it is about, when that is another one
 */
record SampleReport(
        String template,
        String by,
        @Nullable String at,
        @Nullable String day,
        JsonNode values,
        @Nullable List<String> readBy,
        @Nullable List<String> likes,
        @Nullable List<Comment> comments) {

    /** @param reply index of the comment it answers */
    record Comment(
            String by, int minutes, String text, @Nullable Integer reply) {}

    List<String> readers() {
        return Objects.requireNonNullElse(readBy, List.of());
    }

    List<String> likers() {
        return Objects.requireNonNullElse(likes, List.of());
    }

    List<Comment> talk() {
        return Objects.requireNonNullElse(comments, List.of());
    }
}
