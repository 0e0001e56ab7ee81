package org.qiao.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who looked at what. Written in the transaction that reads: without the line nothing is shown. */
@Service
class Looks {

    private final LookStore store;
    private final Members members;
    private final Customers customers;
    private final Clock clock;

    Looks(LookStore store, Members members, Customers customers, Clock clock) {
        this.store = store;
        this.members = members;
        this.customers = customers;
        this.clock = clock;
    }

    enum LookKind {
        SEARCHED,
        READ,
        FILE,
        EXPORTED,
        SETTINGS,
        APPOINTED,
        DISMISSED
    }

    /** @param memberId who was appointed, or whose chats were searched */
    record Look(
            LookKind kind,
            @Nullable Long conversationId,
            @Nullable Long customerId,
            @Nullable Long memberId,
            Map<String, Object> detail) {

        static Look at(LookKind kind, long conversationId, @Nullable Long customerId, Map<String, Object> detail) {
            return new Look(kind, conversationId, customerId, null, detail);
        }

        static Look about(LookKind kind, long memberId) {
            return new Look(kind, null, null, memberId, Map.of());
        }
    }

    record ArchiveLookView(
            long id,
            LookKind kind,
            Card actor,
            @Nullable Long conversationId,
            @Nullable CustomerCard customer,
            @Nullable Card member,
            Map<String, Object> detail,
            Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Actor actor, Look look) {
        store.insert(actor, look, clock.instant());
    }

    /** Newest first, for administrators. */
    @Transactional(readOnly = true)
    public Page<ArchiveLookView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        ArchiveRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<LookStore.Row> page = Page.cut(
                store.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                row -> Long.toString(row.id()));
        Map<Long, Card> people = members.cardsById(
                actor,
                page.items().stream()
                        .flatMap(row -> Stream.of(row.actorId(), row.memberId()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        Map<Long, CustomerCard> known = customers.cardsById(
                actor.orgId(),
                page.items().stream()
                        .map(LookStore.Row::customerId)
                        .filter(Objects::nonNull)
                        .toList());
        return page.map(row -> new ArchiveLookView(
                row.id(),
                row.kind(),
                Objects.requireNonNull(people.get(row.actorId())),
                row.conversationId(),
                known.get(row.customerId()),
                people.get(row.memberId()),
                row.detail(),
                row.at()));
    }
}
