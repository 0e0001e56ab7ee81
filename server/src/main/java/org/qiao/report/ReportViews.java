package org.qiao.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.file.FileView;
import org.qiao.form.FormDiff;
import org.qiao.report.Report.ReportLine;
import org.qiao.reporttemplate.ReportCycle;
import tools.jackson.databind.JsonNode;

/** What readers see. */
final class ReportViews {

    private ReportViews() {}

    /**
     * A report in a list or a chat.
     *
     * @param department of the author when he sent it, empty for none
     * @param unread the actor is to read it and has not
     * @param changed edited since the actor read it
     * @param recipients how many; {@code read} of all who may read it
     */
    record ReportHead(
            long id,
            long templateId,
            String title,
            Card author,
            String department,
            ReportCycle cycle,
            LocalDate from,
            LocalDate to,
            Instant sentAt,
            @Nullable Instant editedAt,
            boolean late,
            boolean withdrawn,
            int version,
            List<ReportLine> summary,
            boolean unread,
            boolean changed,
            int comments,
            int likes,
            boolean liked,
            int recipients,
            int read) {

        ReportHead {
            summary = List.copyOf(summary);
        }
    }

    /**
     * All of a report.
     *
     * @param people members that stand in the values
     * @param recipients the first hundred; the rest by the list of readers
     * @param editableUntil null: never
     */
    record ReportView(
            ReportHead head,

            @Schema(type = "object", implementation = Object.class)
            JsonNode form,

            @Schema(type = "object", implementation = Object.class)
            JsonNode values,

            List<Card> people,
            Map<Long, String> departments,
            Map<Long, String> approvals,
            List<FileView> files,
            List<Card> recipients,
            boolean mayEdit,
            boolean mayWithdraw,
            @Nullable Instant editableUntil) {

        ReportView {
            people = List.copyOf(people);
            departments = Map.copyOf(departments);
            approvals = Map.copyOf(approvals);
            files = List.copyOf(files);
            recipients = List.copyOf(recipients);
        }
    }

    /** @param changes since the version before; none for the first */
    record ReportVersionLine(int number, Instant at, List<FormDiff.Change> changes) {

        ReportVersionLine {
            changes = List.copyOf(changes);
        }
    }

    record ReportVersionView(
            int number,
            Instant at,

            @Schema(type = "object", implementation = Object.class)
            JsonNode values) {}

    /** @param readAt null: has not read it */
    record ReportReaderLine(
            Card member, boolean recipient, @Nullable Instant readAt) {}

    /**
     * A comment.
     *
     * @param replyTo the first of the thread; null: it is the first
     * @param removed was taken back and only holds the place of what was answered
     */
    record ReportCommentView(
            long id,
            @Nullable Long replyTo,
            Card author,
            String text,
            List<Card> mentions,
            List<FileView> files,
            boolean removed,
            Instant at) {

        ReportCommentView {
            mentions = List.copyOf(mentions);
            files = List.copyOf(files);
        }
    }

    /** @param unread counted up to 100 */
    record ReportCounts(int unread, int missing) {}
}
