package org.qiao.messaging;

import java.util.concurrent.TimeUnit;
import org.qiao.directory.Orgs;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Completes a draft with what other modules know: the file it names, the company's window for recalls. */
@Component
class DraftContext {

    private final Orgs orgs;
    private final Files files;
    private final JsonMapper json;

    DraftContext(Orgs orgs, Files files, JsonMapper json) {
        this.orgs = orgs;
        this.files = files;
        this.json = json;
    }

    AppendStore.Row complete(Pending pending, long nowMillis) {
        long at = pending.atMillis() > 0 ? pending.atMillis() : nowMillis;
        BodyRule.Checked draft = pending.draft();
        if (draft.fileId() > 0) {
            return new AppendStore.Row(pending.withBody(describe(pending)), 0, at);
        }
        if (draft.target() > 0) {
            long hours = orgs.settings(pending.actor().orgId()).recallHours();
            return new AppendStore.Row(pending, nowMillis - TimeUnit.HOURS.toMillis(hours), at);
        }
        return new AppendStore.Row(pending, 0, at);
    }

    private String describe(Pending pending) {
        return body(files.requireOwn(pending.actor(), pending.draft().fileId()), pending.draft());
    }

    /** A draft of a program, which has checked that this file of the company may be shown. */
    BodyRule.Checked describe(long orgId, BodyRule.Checked draft) {
        return draft.fileId() == 0 ? draft : draft.withFile(body(files.describe(orgId, draft.fileId()), draft));
    }

    private String body(FileView file, BodyRule.Checked draft) {
        if (draft.kind() == EntryKind.IMAGE && file.width() == null) {
            throw MessagingProblem.NOT_A_PICTURE.problem();
        }
        return BodyRule.fileBody(json.writeValueAsString(file), draft.replyTo());
    }
}
