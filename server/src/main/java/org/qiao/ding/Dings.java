package org.qiao.ding;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.ding.Drafts.Draft;
import org.qiao.dingrule.DingAudit;
import org.qiao.dingrule.Quotas;
import org.qiao.dingrule.Way;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever sends DINGs. */
@Service
public class Dings {

    static final Duration LIFE = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    private final DingStore store;
    private final RecipientStore recipients;
    private final Drafts drafts;
    private final Quotas quotas;
    private final DingAudit audit;
    private final LadderClock ladderClock;
    private final Clients clients;

    Dings(
            DingStore store,
            RecipientStore recipients,
            Drafts drafts,
            Quotas quotas,
            DingAudit audit,
            LadderClock ladderClock,
            Clients clients) {
        this.store = store;
        this.recipients = recipients;
        this.drafts = drafts;
        this.quotas = quotas;
        this.audit = audit;
        this.ladderClock = ladderClock;
        this.clients = clients;
    }

    /** @param created false when the key was known */
    public record Sent(long id, boolean created) {}

    /**
     * Sends in the actor's name, in a transaction of the caller or an own one. The same key of the same sender gives the same DING
     * for ever. Links lead to the configured address of the server and are left out without one. Refused with {@code ding.*} and
     * {@code dingrule.*} problems as over HTTP: rules, quotas and the sender's limit of an hour hold here, too.
     */
    @Transactional
    public Sent send(Actor actor, DingDraft draft) {
        return send(actor, draft, null, new Frame(clients.base(), null));
    }

    /**
     * The same, about an approval or a report: whoever sees the DING sees its title and a link to it. The draft's own source does
     * not count.
     */
    @Transactional
    public Sent send(Actor actor, DingDraft draft, DingOrigin origin) {
        return send(actor, draft, origin, new Frame(clients.base(), null));
    }

    /** @param linkBase what links begin with; empty: they are left out */
    record Frame(String linkBase, @Nullable Long scheduleId) {}

    @Transactional
    Sent send(Actor actor, DingDraft input, @Nullable DingOrigin origin, Frame frame) {
        store.lockSender(actor);
        Optional<Long> known = store.findKey(actor, input.key());
        if (known.isPresent()) {
            return new Sent(known.get(), false);
        }
        Draft draft = drafts.check(actor, input);
        if (frame.scheduleId() == null) {
            requireRoom(actor, draft);
        }
        if (draft.reached().isEmpty()) {
            throw DingProblem.EVERYBODY_REFUSED.problem();
        }
        requireQuota(actor, draft);
        Ding ding = ding(actor, draft, origin, frame);
        long id = store.insert(ding, input.key());
        recipients.insert(ding.withId(id), draft.people());
        record(actor, id, draft);
        AfterCommit.run(ladderClock::wake);
        return new Sent(id, true);
    }

    private void requireRoom(Actor actor, Draft draft) {
        Instant now = draft.now();
        DingStore.Since lately = store.since(actor, now.minus(HOUR));
        int most = draft.settings().dingsPerHour();
        if (lately.count() >= most && lately.first() != null) {
            long wait = Duration.between(now, lately.first().plus(HOUR)).toSeconds() + 1;
            throw DingProblem.TOO_MANY_DINGS.problem("max", most, Problem.RETRY_AFTER, wait);
        }
    }

    /** Refused when it could not be carried to the end; the steps themselves look again. */
    private void requireQuota(Actor actor, Draft draft) {
        Quotas.Payer payer = new Quotas.Payer(actor.orgId(), actor.principalId(), actor.zone());
        for (Way way : Way.BY_NUMBER) {
            Integer left = quotas.left(payer, way);
            if (left != null && draft.uses(way) > left) {
                throw DingProblem.QUOTA_USED.problem("way", way, "left", left);
            }
        }
    }

    private static Ding ding(Actor actor, Draft draft, @Nullable DingOrigin origin, Frame frame) {
        DingDraft input = draft.input();
        return new Ding(
                0,
                actor.orgId(),
                actor.principalId(),
                input.plainText(),
                input.recordingId(),
                input.attachmentId(),
                origin != null ? origin.source() : Objects.requireNonNullElse(input.source(), DingSource.WORKBENCH),
                origin,
                draft.ladder(),
                input.reason(),
                frame.linkBase(),
                frame.scheduleId(),
                0,
                null,
                draft.sendAt(),
                draft.sendAt().plus(LIFE),
                draft.now(),
                null);
    }

    private void record(Actor actor, long id, Draft draft) {
        int reached = draft.reached().size();
        audit.record(
                actor,
                DingAudit.Kind.SENT,
                id,
                Map.of("recipients", reached, "refused", draft.people().size() - reached));
        String reason = draft.input().reason();
        if (reason != null) {
            audit.record(actor, DingAudit.Kind.OVERRIDE, id, Map.of("reason", reason));
        }
    }
}
