package org.qiao.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that shall be loaded, with everything said in it in order of time.
 *
 * @param group null for a conversation of two
 * @param people keys; of a group the owner first
 */
record PlannedChat(@Nullable SampleGroup group, List<String> people, List<Entry> entries) {

    PlannedChat {
        people = List.copyOf(people);
        entries = List.copyOf(entries);
    }

    /**
     * @param line of a group's own lines, else null
     * @param text what is said when it is no line
     */
    record Entry(Instant at, String by, String text, SampleGroup.@Nullable Line line) {

        static Entry said(Instant at, String by, String text) {
            return new Entry(at, by, text, null);
        }
    }

    /** The group's line that this entry answers or takes back. */
    SampleGroup.@Nullable Line referredBy(Entry entry) {
        SampleGroup.Line line = entry.line();
        if (group == null || line == null) {
            return null;
        }
        Integer index = line.reply() == null ? line.recall() : line.reply();
        return index == null ? null : group.lines().get(index);
    }
}
