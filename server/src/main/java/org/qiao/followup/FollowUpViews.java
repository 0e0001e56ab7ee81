package org.qiao.followup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerEvents.CustomerEventView;
import org.qiao.directory.Card;
import org.qiao.file.FileView;

/** Notes and tasks as staff see them, and what makes them. */
final class FollowUpViews {

    private FollowUpViews() {}

    /** @param mine the reader may change it */
    record CustomerNoteView(
            long id,
            Card author,
            String text,
            List<FileView> files,
            Instant createdAt,
            @Nullable Instant editedAt,
            boolean mine) {

        @Override
        public String toString() {
            return "CustomerNoteView " + id;
        }
    }

    /**
     * @param customer null in lists of one customer
     * @param mine the reader may change it: he has written it or is to do it
     */
    record CustomerTaskView(
            long id,
            @Nullable CustomerCard customer,
            Card author,
            Card assignee,
            String text,
            Instant dueAt,
            @Nullable Instant doneAt,
            boolean mine) {

        @Override
        public String toString() {
            return "CustomerTaskView " + id;
        }
    }

    /** A line of the timeline, with the note or task that it is about while there is one. */
    record TimelineLine(
            CustomerEventView event,
            @Nullable CustomerNoteView note,
            @Nullable CustomerTaskView task) {}

    /** A note; with a text, files, or both. */
    record CustomerNoteRequest(
            @NotNull @Size(max = 2_000) String text,
            @NotNull @Size(max = 9) List<@NotNull Long> files) {

        @Override
        public String toString() {
            return "CustomerNoteRequest";
        }
    }

    /** @param assignee null: whoever writes it */
    record CustomerTaskRequest(
            @NotNull @Size(max = 400) String text,
            @NotNull Instant dueAt,
            @Nullable Long assignee) {

        @Override
        public String toString() {
            return "CustomerTaskRequest";
        }
    }
}
