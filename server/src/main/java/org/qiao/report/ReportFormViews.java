package org.qiao.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.ReportCycle;
import tools.jackson.databind.JsonNode;

/** What writers see. */
final class ReportFormViews {

    private ReportFormViews() {}

    enum ReportMine {
        MISSING,
        DRAFT,
        SENT
    }

    /** @param must the actor has to report with it */
    record ReportTemplateCard(
            long id,
            String name,
            String icon,
            String description,
            ReportCycle cycle,
            boolean must,
            ReportPeriodView period,
            ReportMine mine) {}

    /**
     * A period.
     *
     * @param day names it in requests
     * @param dueAt null: nothing is late
     * @param closed too late, and nothing late is taken
     * @param free nobody works in it
     */
    record ReportPeriodView(
            ReportCycle cycle,
            LocalDate from,
            LocalDate to,
            LocalDate day,
            @Nullable Instant dueAt,
            boolean closed,
            boolean free) {

        static ReportPeriodView of(Periods rules, Period period, Instant now) {
            return new ReportPeriodView(
                    period.cycle(),
                    period.from(),
                    period.to(),
                    period.from(),
                    rules.dueAt(period).orElse(null),
                    rules.isClosed(period, now),
                    rules.isFree(period));
        }
    }

    /**
     * A form to fill in.
     *
     * @param sent my report of that period
     * @param last there is an older one of mine whose values can be taken over
     * @param mayChoose people and conversations may be added
     */
    record ReportFormView(
            long id,
            int version,
            String name,
            String icon,

            @Schema(type = "object", implementation = Object.class)
            JsonNode form,

            @Schema(type = "object", implementation = Object.class)
            JsonNode initial,

            ReportPeriodView period,
            boolean late,
            int editMinutes,
            @Nullable Long sent,
            boolean last,
            @Nullable ReportDraftView draft,
            ReportRecipientsView recipients,
            boolean mayChoose) {}

    /** Who gets it by rule. */
    record ReportRecipientsView(List<ReportRecipient> people, List<ReportPlace> conversations) {

        ReportRecipientsView {
            people = List.copyOf(people);
            conversations = List.copyOf(conversations);
        }
    }

    record ReportRecipient(Card member, RecipientRule.ReportWhy why) {}

    record ReportPlace(long id, String title) {}

    /** @param version of the template it was written with */
    record ReportDraftView(
            int version,

            @Schema(type = "object", implementation = Object.class)
            JsonNode values,

            List<Card> recipients,
            List<ReportPlace> conversations,
            Instant savedAt) {

        ReportDraftView {
            recipients = List.copyOf(recipients);
            conversations = List.copyOf(conversations);
        }
    }

    record ReportLastView(
            long id,

            @Schema(type = "object", implementation = Object.class)
            JsonNode values) {}

    /** What the actor did in a period. */
    record ReportFactsView(LocalDate from, LocalDate to, int messages, int approvalsDecided, int approvalsSubmitted) {}
}
