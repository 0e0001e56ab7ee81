package org.qiao.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row: how to call an operation with ids of the victim company. Slots are written {@code $member}, {@code $conversation} …
 * in the path and in the body; the test fills them with own, foreign or missing ids.
 *
 * @param pattern as Spring maps it, "GET /api/members/{id}"
 * @param path with slots, "/api/members/$member"
 * @param body JSON with slots, null for none
 */
record Operation(
        String pattern,
        Access access,
        String path,
        @Nullable String body) {

    private static final Pattern SLOT = Pattern.compile("\\$([a-zA-Z]+)");

    String method() {
        return pattern.substring(0, pattern.indexOf(' '));
    }

    /** Names of the slots, path first. */
    List<String> slots() {
        List<String> names = new ArrayList<>();
        Matcher matcher = SLOT.matcher(path + (body == null ? "" : body));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static String fill(String text, Ids ids) {
        return SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(ids.get(slot.group(1))));
    }
}
