package org.qiao.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.reporttemplate.ReportCycle;
import org.qiao.webhook.WebhookEvent;
import org.qiao.webhook.Webhooks;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells other systems what happened to reports. Comes after the commit and may come twice; the key names what happened. */
@Component
class ReportBroadcast {

    private final ReportStore store;
    private final ReportCommentStore comments;
    private final Webhooks webhooks;
    private final JsonMapper json;

    ReportBroadcast(ReportStore store, ReportCommentStore comments, Webhooks webhooks, JsonMapper json) {
        this.store = store;
        this.comments = comments;
        this.webhooks = webhooks;
        this.json = json;
    }

    /** A report as other systems see it. @param author id of the member */
    record OpenReport(
            long id,
            String title,
            long templateId,
            int templateVersion,
            long author,
            ReportCycle cycle,
            LocalDate from,
            LocalDate to,
            boolean late,
            int version,
            Instant sentAt,
            @Nullable Instant editedAt) {

        static OpenReport of(Report report) {
            return new OpenReport(
                    report.id(),
                    report.title(),
                    report.templateId(),
                    report.templateNo(),
                    report.authorId(),
                    report.period().cycle(),
                    report.period().from(),
                    report.period().to(),
                    report.late(),
                    report.version(),
                    report.sentAt(),
                    report.editedAt());
        }
    }

    /** @param key the same for every repeat */
    private record Topic(String name, String key) {}

    private static @Nullable Topic topic(ReportHappened what) {
        String key = "report-" + what.reportId() + "-";
        return switch (what.kind()) {
            case SENT -> new Topic("report.submitted", key + what.number());
            case EDITED -> new Topic("report.changed", key + what.number());
            case WITHDRAWN -> new Topic("report.withdrawn", key + "withdrawn");
            case COMMENT -> what.number() == 0 ? null : new Topic("report.commented", key + "comment-" + what.number());
            case LIKE, READ -> null;
        };
    }

    @ApplicationModuleListener
    void on(ReportHappened what) {
        Topic topic = topic(what);
        if (topic == null) {
            return;
        }
        Webhooks.Listening listening = webhooks.listening(what.orgId());
        if (!listening.to(topic.name())) {
            return;
        }
        Report report = store.find(what.orgId(), what.reportId()).orElseThrow();
        ObjectNode data = json.createObjectNode();
        data.set("report", json.valueToTree(OpenReport.of(report)));
        data.put("by", what.by());
        ObjectNode values = null;
        Instant at = report.editedAt() == null ? report.sentAt() : report.editedAt();
        if (what.kind() == ReportTellings.Kind.COMMENT) {
            Optional<ReportCommentStore.Row> comment = comments.find(report, what.number());
            if (comment.isEmpty() || report.withdrawn()) {
                return; // taken back before it was told
            }
            at = comment.get().at();
            values = comment(data, comment.get());
        } else if (!report.withdrawn()) {
            values = (ObjectNode) json.readTree(report.values());
        }
        webhooks.emit(what.orgId(), new WebhookEvent(topic.name(), topic.key(), at, data, values));
    }

    private ObjectNode comment(ObjectNode data, ReportCommentStore.Row row) {
        ObjectNode comment = data.putObject("comment")
                .put("id", row.id())
                .put("files", row.files().size());
        comment.put("replyTo", row.replyTo());
        row.mentions().forEach(comment.putArray("mentions")::add);
        return json.createObjectNode().put("text", row.text());
    }
}
