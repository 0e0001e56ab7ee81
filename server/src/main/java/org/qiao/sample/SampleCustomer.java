package org.qiao.sample;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer of sample/customers.json.
 *
 * @param way title of the code by which he comes, or a person's key: by the card
 * @param at when, as in {@link SampleGroup.Line}
 * @param until working days back of the last dialogue; null: by chance
 * @param talks how many of the real dialogues he has
 * @param waits he has asked something so many minutes ago, and nobody has answered
 * @param last what he said at the end, unread
 * @param proof a telephone number or an address that he proved
 * @param remark company, text, description, phones, as the door takes them
 * @param lost why, for the stage of that name
 */
record SampleCustomer(
        String name,
        String way,
        String at,
        @Nullable Integer until,
        int talks,
        @Nullable Integer waits,
        @Nullable String last,
        @Nullable String proof,
        @Nullable String state,
        @Nullable JsonNode remark,
        @Nullable List<String> tags,
        @Nullable String own,
        @Nullable String stage,
        @Nullable String lost,
        @Nullable JsonNode values,
        @Nullable List<Note> notes,
        @Nullable List<Task> tasks) {

    record Note(String at, String text) {}

    /**
     * @param due as in {@link SampleScript}: "+2 15:00"
     * @param done it is, since then
     */
    record Task(
            String at, String text, String due, @Nullable String done) {}

    /** The evening on which it is known how far the company is with him. */
    String settled() {
        int came = Integer.parseInt(at.substring(0, at.indexOf(' ')));
        return Math.min(0, came + 1) + " 20:30";
    }

    boolean isByCard() {
        return way.matches("[a-z.]+");
    }

    List<String> tagsOrNone() {
        return Objects.requireNonNullElse(tags, List.of());
    }

    List<Note> notesOrNone() {
        return Objects.requireNonNullElse(notes, List.of());
    }

    List<Task> tasksOrNone() {
        return Objects.requireNonNullElse(tasks, List.of());
    }
}
