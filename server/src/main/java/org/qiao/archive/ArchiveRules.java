package org.qiao.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.Looks.Look;
import org.qiao.archive.Looks.LookKind;
import org.qiao.audience.Audiences;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides about archiving, and whose chats are archived by it. */
@Service
class ArchiveRules {

    private final ArchiveSettingStore store;
    private final SpanStore spans;
    private final AnswerStore answers;
    private final Audiences audiences;
    private final Looks looks;
    private final Auditors auditors;
    private final Clock clock;

    ArchiveRules(
            ArchiveSettingStore store,
            SpanStore spans,
            AnswerStore answers,
            Audiences audiences,
            Looks looks,
            Auditors auditors,
            Clock clock) {
        this.store = store;
        this.spans = spans;
        this.answers = answers;
        this.audiences = audiences;
        this.looks = looks;
        this.auditors = auditors;
        this.clock = clock;
    }

    /**
     * What a member should know.
     *
     * @param since his chats with customers are archived since then; null: they are not
     * @param recalledKept what he recalls stays readable for auditors
     * @param auditor he may read
     */
    record ArchiveSelf(
            @Nullable Instant since, boolean recalledKept, boolean auditor, boolean manages, boolean appoints) {}

    /** @param noticeVersion rises with what customers have to agree to */
    record ArchiveSettingView(ArchiveSettings settings, int noticeVersion) {}

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ArchiveProblem.NOT_ALLOWED.problem();
        }
    }

    @Transactional(readOnly = true)
    public ArchiveSelf self(Actor actor) {
        Instant since = spans.since(actor.orgId(), actor.principalId()).orElse(null);
        boolean kept = since != null && store.find(actor.orgId()).recalledSince() != null;
        return new ArchiveSelf(since, kept, auditors.is(actor), actor.isAdmin(), actor.isOwner());
    }

    @Transactional(readOnly = true)
    public ArchiveSettingView settings(Actor actor) {
        requireAdmin(actor);
        return view(store.find(actor.orgId()));
    }

    private static ArchiveSettingView view(ArchiveSettingStore.Row row) {
        return new ArchiveSettingView(row.settings(), row.version());
    }

    /** Another notice, or keeping what is recalled, ends what customers agreed to: they are asked again. */
    @Transactional
    public ArchiveSettingView set(Actor actor, ArchiveSettings input) {
        requireAdmin(actor);
        Instant now = clock.instant();
        ArchiveSettingStore.Row before = store.lock(actor, now);
        if (!audiences.isKnown(actor, input.range(), before.settings().range().members())) {
            throw PlatformProblem.INVALID.problem("field", "range");
        }
        ArchiveSettings clean = new ArchiveSettings(
                input.enabled(), input.range(), input.notice().strip(), input.keepRecalled());
        boolean keptNow = clean.keepRecalled() && !before.settings().keepRecalled();
        boolean asksAgain = keptNow || !clean.notice().equals(before.settings().notice());
        ArchiveSettingStore.Row after = new ArchiveSettingStore.Row(
                clean,
                before.version() + (asksAgain ? 1 : 0),
                clean.keepRecalled() ? (keptNow ? now : before.recalledSince()) : null);
        store.set(actor, after, now);
        if (asksAgain) {
            answers.endAll(actor.orgId(), now);
        }
        spans.set(actor.orgId(), people(actor.orgId(), clean), now);
        looks.add(actor, new Look(LookKind.SETTINGS, null, null, null, Map.of("settings", clean)));
        return view(after);
    }

    private Set<Long> people(long orgId, ArchiveSettings settings) {
        return settings.enabled() ? audiences.people(orgId, settings.range()) : Set.of();
    }

    /** People join, leave and change departments: who is in the range now is archived from now on. */
    @Transactional
    public void renew(long orgId) {
        store.lock(orgId).ifPresent(row -> spans.set(orgId, people(orgId, row.settings()), clock.instant()));
    }

    ArchiveSettingStore.Row of(long orgId) {
        return store.find(orgId);
    }
}
