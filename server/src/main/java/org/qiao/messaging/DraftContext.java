package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Orgs;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes a draft with what other modules know: the file it names, the company's window for recalls, and whether they let it into
 * a conversation with customers.
 */
@Component
class DraftContext {

    private static final int KNOWN = 100_000;

    private final Orgs orgs;
    private final Files files;
    private final SingletonSupplier<List<SendRule>> rules;
    private final ConversationStore store;
    private final JsonMapper json;

    /** Whether customers read there, which is settled when a conversation is made; of a number that is not given yet nothing is kept. */
    private final Cache<Place, Boolean> external =
            Caffeine.newBuilder().maximumSize(KNOWN).build();

    DraftContext(Orgs orgs, Files files, ObjectProvider<SendRule> rules, ConversationStore store, JsonMapper json) {
        this.orgs = orgs;
        this.files = files;
        this.rules = SingletonSupplier.of(() -> rules.stream().toList()); // asked late: they depend on this module
        this.store = store;
        this.json = json;
    }

    private record Place(long orgId, long conversationId) {}

    AppendStore.Row complete(Pending pending, long nowMillis) {
        long at = pending.atMillis() > 0 ? pending.atMillis() : nowMillis;
        BodyRule.Checked draft = pending.draft();
        FileView file = draft.fileId() > 0 ? files.requireOwn(pending.actor(), draft.fileId()) : null;
        ask(pending, file);
        if (file != null) {
            return new AppendStore.Row(pending.withBody(body(file, draft)), 0, at);
        }
        if (draft.target() > 0) {
            long hours = orgs.settings(pending.actor().orgId()).recallHours();
            return new AppendStore.Row(pending, nowMillis - TimeUnit.HOURS.toMillis(hours), at);
        }
        return new AppendStore.Row(pending, 0, at);
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

    /** A company without rules pays a look into memory. */
    private void ask(Pending pending, @Nullable FileView file) {
        if (pending.automatic()
                || pending.atMillis() > 0
                || !pending.draft().kind().isWritten()) {
            return;
        }
        long orgId = pending.actor().orgId();
        List<SendRule> concerned =
                rules.obtain().stream().filter(rule -> rule.concerns(orgId)).toList();
        if (!concerned.isEmpty() && isExternal(new Place(orgId, pending.conversationId()))) {
            SendRule.Attempt attempt = attempt(pending, file);
            concerned.forEach(rule -> rule.check(attempt));
        }
    }

    private boolean isExternal(Place place) {
        Boolean known = external.getIfPresent(place);
        if (known != null) {
            return known;
        }
        Optional<Boolean> found = store.isExternal(place.orgId(), place.conversationId());
        found.ifPresent(answer -> external.put(place, answer));
        return found.orElse(false);
    }

    private SendRule.Attempt attempt(Pending pending, @Nullable FileView file) {
        BodyRule.Checked draft = pending.draft();
        return new SendRule.Attempt(
                pending.actor().orgId(),
                pending.actor().principalId(),
                pending.conversationId(),
                draft.key(),
                draft.kind(),
                text(draft),
                file == null ? null : file.name());
    }

    private @Nullable String text(BodyRule.Checked draft) {
        return draft.kind() == EntryKind.TEXT
                ? json.readTree(draft.body()).path("text").asString()
                : null;
    }
}
