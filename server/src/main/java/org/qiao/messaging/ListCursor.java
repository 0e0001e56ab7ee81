package org.qiao.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.PlatformProblem;

/**
 * The paging key of a list of conversations. A sync's key carries the position of the first page too: the pages behind it may
 * already show later states, but the next sync must start from the first.
 */
record ListCursor(ListCursor.@Nullable First first, ListStore.Key key) {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,19})-(\\d{1,18}))?:([01]):(\\d{1,11})\\.(\\d{1,9}):(\\d{1,18})");
    private static final Pattern XID = Pattern.compile("\\d{1,19}");

    static ListCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new ListCursor(null, ListStore.Key.FIRST);
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        try {
            Instant movedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(4)), Long.parseLong(parts.group(5)));
            First first = parts.group(1) == null ? null : new First(parts.group(1), Long.parseLong(parts.group(2)));
            return new ListCursor(
                    first, new ListStore.Key(parts.group(3).equals("1"), movedAt, Long.parseLong(parts.group(6))));
        } catch (DateTimeException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }

    static String text(@Nullable First first, ListStore.Key key) {
        return (first == null ? "" : first.cursor() + "-" + first.personal()) + ":" + (key.pinned() ? 1 : 0) + ":"
                + key.movedAt().getEpochSecond() + "." + key.movedAt().getNano() + ":" + key.id();
    }

    /** A cursor that came from outside must be one we could have made. */
    static @Nullable String checked(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        if (!XID.matcher(cursor).matches()) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        return cursor;
    }

    /** Where the first page of a sync stood. */
    record First(String cursor, long personal) {}
}
