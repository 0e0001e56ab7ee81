package org.qiao.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.card.CardSummary;
import org.qiao.card.Cards;
import org.qiao.ding.DingDraft;
import org.qiao.ding.DingOrigin;
import org.qiao.ding.Dings;
import org.qiao.ding.Range;
import org.qiao.messaging.Conversations;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bringing a run to people: a DING to those it waits for, its card in a conversation. */
@Service
class Outreach {

    private static final Duration BETWEEN_URGES = Duration.ofMinutes(15);

    private final Access access;
    private final ListStore lists;
    private final ApprovalStore store;
    private final Dings dings;
    private final Cards cards;
    private final Conversations conversations;
    private final Clock clock;

    Outreach(
            Access access,
            ListStore lists,
            ApprovalStore store,
            Dings dings,
            Cards cards,
            Conversations conversations,
            Clock clock) {
        this.access = access;
        this.lists = lists;
        this.store = store;
        this.dings = dings;
        this.cards = cards;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** @param dingId the DING that was sent */
    record UrgeAnswer(long dingId, int people) {}

    /** By whoever may read it; whom it waits for is told by the company's ladder. */
    @Transactional
    public UrgeAnswer urge(Actor actor, long id) {
        Approval seen = access.require(actor, id);
        Approval run = store.lock(seen.orgId(), id).orElseThrow();
        Set<Long> people = new HashSet<>();
        lists.openTasks(run.orgId(), List.of(id))
                .getOrDefault(id, List.of())
                .forEach(task -> people.add(task.assigneeId()));
        people.remove(actor.principalId());
        if (people.isEmpty()) {
            throw ApprovalProblem.NOBODY_TO_URGE.problem();
        }
        Instant now = clock.instant();
        Instant allowed = store.urgedAt(run).map(at -> at.plus(BETWEEN_URGES)).orElse(Instant.MIN);
        if (now.isBefore(allowed)) {
            throw ApprovalProblem.TOO_SOON.problem(
                    Problem.RETRY_AFTER, Duration.between(now, allowed).toSeconds() + 1);
        }
        store.urged(run, now);
        String title = run.title() + " " + run.number();
        DingDraft draft =
                DingDraft.of("approval-" + id + "-" + now.getEpochSecond(), words(actor, run), Range.of(people));
        return new UrgeAnswer(
                dings.send(actor, draft, DingOrigin.approval(id, title)).id(), people.size());
    }

    private static String words(Actor actor, Approval run) {
        CardWords words = CardWords.of(actor.locale());
        String facts = run.summary().stream()
                .map(line -> words.fact(line.label(), line.text()))
                .collect(Collectors.joining("\n"));
        return words.urge(run.title(), run.number()) + (facts.isEmpty() ? "" : "\n" + facts);
    }

    /** From now on the members of the conversation may read it. */
    void share(Actor actor, long id, long conversationId) {
        Approval run = access.require(actor, id);
        conversations.requireInternal(actor, conversationId);
        access.share(actor, run, conversationId, clock.instant());
        cards.share(
                actor,
                conversationId,
                card(run, run.title()),
                "approval-" + id + "-" + clock.instant().toEpochMilli());
    }

    static CardSummary card(Approval run, String title) {
        return new CardSummary(
                Approval.TOPIC,
                run.id(),
                title,
                run.summary().stream()
                        .limit(3)
                        .map(line -> new CardSummary.Line(line.label(), line.text()))
                        .toList(),
                "/approvals/" + run.id());
    }
}
