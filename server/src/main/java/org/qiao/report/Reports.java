package org.qiao.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.report.ReportRequests.ReportCommentRequest;
import org.qiao.report.ReportRequests.ReportDraftRequest;
import org.qiao.report.ReportRequests.ReportSubmitRequest;
import org.qiao.reporttemplate.ReportTemplates;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Reports for other modules, in the name of a person: with his rights, the same rules and the same refusals as in the client. */
@Service
public class Reports {

    private final ReportTemplates templates;
    private final ReportWriting writing;
    private final ReportDrafts drafts;
    private final ReportReading reading;
    private final ReportComments comments;
    private final Reactions reactions;

    Reports(
            ReportTemplates templates,
            ReportWriting writing,
            ReportDrafts drafts,
            ReportReading reading,
            ReportComments comments,
            Reactions reactions) {
        this.templates = templates;
        this.writing = writing;
        this.drafts = drafts;
        this.reading = reading;
        this.comments = comments;
        this.reactions = reactions;
    }

    /** @param day any day of the period; null: the one that is open */
    public record ReportText(long templateId, @Nullable LocalDate day, JsonNode values) {}

    /** @param key once for the author; the same again gives the same report */
    public long submit(Actor actor, String key, ReportText text) {
        ReportSubmitRequest request = new ReportSubmitRequest(
                key, text.templateId(), version(actor, text), text.day(), text.values(), null, null);
        return writing.submit(actor, request).id();
    }

    public void keep(Actor actor, ReportText draft) {
        ReportDraftRequest request = new ReportDraftRequest(version(actor, draft), draft.values(), null, null);
        drafts.save(actor, draft.templateId(), draft.day(), request);
    }

    private int version(Actor actor, ReportText text) {
        return templates.requireWritable(actor, text.templateId()).number();
    }

    /** Those of them that were sent to the actor. */
    public void read(Actor actor, Collection<Long> ids) {
        reading.read(actor, ids);
    }

    public void like(Actor actor, long id) {
        reactions.like(actor, id);
    }

    /**
     * Says something about it.
     *
     * @param key once for the author; a repeat changes nothing and is empty
     * @param replyTo another comment; null: a new thread
     */
    public Optional<Long> comment(Actor actor, long id, String key, String text, @Nullable Long replyTo) {
        return comments.add(actor, id, new ReportCommentRequest(key, text, List.of(), List.of(), replyTo));
    }
}
