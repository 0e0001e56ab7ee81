package org.qiao.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.qiao.archive.Looks.Look;
import org.qiao.archive.Looks.LookKind;
import org.qiao.directory.Card;
import org.qiao.directory.MemberLeft;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may read archived chats. A right of its own that only the owner gives: to administer is not to read. */
@Service
class Auditors {

    static final int MOST = 20;

    private final AuditorStore store;
    private final Looks looks;
    private final Members members;
    private final Clock clock;

    Auditors(AuditorStore store, Looks looks, Members members, Clock clock) {
        this.store = store;
        this.looks = looks;
        this.members = members;
        this.clock = clock;
    }

    record ArchiveAuditor(Card member, Card appointedBy, Instant at) {}

    boolean is(Actor actor) {
        return store.is(actor);
    }

    void require(Actor actor) {
        if (!store.is(actor)) {
            throw ArchiveProblem.NOT_ALLOWED.problem();
        }
    }

    @Transactional(readOnly = true)
    public List<ArchiveAuditor> list(Actor actor) {
        ArchiveRules.requireAdmin(actor);
        List<AuditorStore.Auditor> all = store.list(actor.orgId());
        Map<Long, Card> cards = members.cardsById(
                actor,
                all.stream()
                        .flatMap(one -> Stream.of(one.memberId(), one.appointedBy()))
                        .distinct()
                        .toList());
        return all.stream()
                .map(one -> new ArchiveAuditor(
                        Objects.requireNonNull(cards.get(one.memberId())),
                        Objects.requireNonNull(cards.get(one.appointedBy())),
                        one.at()))
                .toList();
    }

    @Transactional
    public void appoint(Actor actor, long memberId) {
        requireOwner(actor);
        if (members.present(actor, Set.of(memberId)).isEmpty()) {
            throw ArchiveProblem.NOT_FOUND.problem();
        }
        if (store.list(actor.orgId()).size() >= MOST) {
            throw ArchiveProblem.TOO_MANY_AUDITORS.problem("max", MOST);
        }
        if (store.add(actor, memberId, clock.instant())) {
            looks.add(actor, Look.about(LookKind.APPOINTED, memberId));
        }
    }

    @Transactional
    public void dismiss(Actor actor, long memberId) {
        requireOwner(actor);
        if (!store.remove(actor.orgId(), memberId)) {
            throw ArchiveProblem.NOT_FOUND.problem();
        }
        looks.add(actor, Look.about(LookKind.DISMISSED, memberId));
    }

    /** Who comes back is not an auditor again. */
    @ApplicationModuleListener
    void on(MemberLeft left) {
        store.remove(left.orgId(), left.principalId());
    }

    private static void requireOwner(Actor actor) {
        if (!actor.isOwner()) {
            throw ArchiveProblem.NOT_ALLOWED.problem();
        }
    }
}
