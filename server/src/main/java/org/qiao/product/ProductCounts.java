package org.qiao.product;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.product.ProductCountStore.SenderCount;
import org.qiao.product.ProductCountStore.Spot;
import org.qiao.product.ProductCountStore.Where;
import org.qiao.product.ProductViews.ProductHistory;
import org.qiao.product.ProductViews.ProductNumbers;
import org.qiao.product.ProductViews.ProductPlace;
import org.qiao.product.ProductViews.ProductSender;
import org.qiao.product.ProductViews.ProductStatistics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is sent, opened, looked at and asked about. */
@Service
class ProductCounts {

    private static final int DAYS_MAX = 366;
    private static final int LATELY_DAYS = 30;
    private static final int RANKED = 100;
    private static final ProductNumbers SENT = new ProductNumbers(1, 0, 0, 0);
    private static final ProductNumbers OPENED = new ProductNumbers(0, 1, 0, 0);
    private static final ProductNumbers SEEN = new ProductNumbers(0, 0, 1, 0);
    private static final ProductNumbers ASKED = new ProductNumbers(0, 0, 0, 1);

    private final ProductCountStore store;
    private final Members members;
    private final Orgs orgs;
    private final Clock clock;

    ProductCounts(ProductCountStore store, Members members, Orgs orgs, Clock clock) {
        this.store = store;
        this.members = members;
        this.orgs = orgs;
        this.clock = clock;
    }

    /** An employee put it into a conversation as the message with this number; a repeat counts nothing. */
    @Transactional
    public void sent(Where where, long memberId, long seq) {
        if (store.sent(where, memberId, seq, 1)) {
            store.add(today(where.orgId(), where.productId()), SENT);
        }
    }

    /** A customer did; false for a repeat. */
    @Transactional
    public boolean asked(Where where, long customerId, long seq) {
        boolean fresh = store.sent(where, customerId, seq, 0);
        if (fresh) {
            store.add(today(where.orgId(), where.productId()), ASKED);
        }
        return fresh;
    }

    /** A customer looked at it from a conversation. */
    @Transactional
    public void opened(Where where) {
        if (store.opened(where, clock.instant())) {
            store.add(today(where.orgId(), where.productId()), OPENED);
        }
    }

    /** Somebody looked at it from a business card. */
    @Transactional
    public void seen(long orgId, long productId) {
        store.add(today(orgId, productId), SEEN);
    }

    private Spot today(long orgId, long productId) {
        ZoneId zone = ZoneId.of(orgs.get(orgId).zone());
        return new Spot(orgId, productId, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** Of the last thirty days; what nothing came of is left out. */
    Map<Long, ProductNumbers> lately(Actor actor, Collection<Long> ids) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return ids.isEmpty() ? Map.of() : store.lately(actor.orgId(), ids, today.minusDays(LATELY_DAYS));
    }

    @Nullable
    ProductPlace place(Where where) {
        return store.find(where).orElse(null);
    }

    /** For administrators: every day, and what moved most. */
    @Transactional(readOnly = true)
    public ProductStatistics statistics(Actor actor, LocalDate from, LocalDate until) {
        Products.requireAdmin(actor);
        Limits.requireSpan(from, until, DAYS_MAX);
        return new ProductStatistics(
                store.days(actor.orgId(), null, from, until), store.ranking(actor.orgId(), from, until, RANKED));
    }

    /** One product: its days, and who sent it, from the beginning. */
    @Transactional(readOnly = true)
    public ProductHistory history(Actor actor, long id, LocalDate from, LocalDate until) {
        Products.requireAdmin(actor);
        Limits.requireSpan(from, until, DAYS_MAX);
        List<SenderCount> senders = store.senders(actor.orgId(), id, RANKED);
        Map<Long, Card> cards = members.cardsById(
                actor, senders.stream().map(SenderCount::memberId).toList());
        return new ProductHistory(
                store.days(actor.orgId(), id, from, until),
                senders.stream()
                        .map(count -> sender(cards.get(count.memberId()), count))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable ProductSender sender(@Nullable Card member, SenderCount count) {
        return member == null ? null : new ProductSender(member, count.sent(), count.opened());
    }
}
