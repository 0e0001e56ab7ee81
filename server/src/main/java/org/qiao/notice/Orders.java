package org.qiao.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of everything that went out, or did not, for administrators. */
@Service
class Orders {

    private static final int USAGE_DAYS = 31;

    /** A second chance is tried for so long, whatever the order said. */
    private static final Duration SECOND_CHANCE = Duration.ofHours(1);

    private final OrderListStore store;
    private final Dispatcher dispatcher;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(OrderListStore store, Dispatcher dispatcher, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. The dead letters are those that failed. */
    Page<OrderView> list(
            Actor actor,
            @Nullable NoticeState state,
            @Nullable Channel channel,
            @Nullable String after,
            @Nullable Integer limit) {
        Carriers.requireAdmin(actor);
        int size = Limits.page(limit);
        return Page.cut(
                store.list(actor.orgId(), state, channel, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                order -> Long.toString(order.id()));
    }

    OrderView get(Actor actor, long id) {
        Carriers.requireAdmin(actor);
        return store.find(actor.orgId(), id).orElseThrow(NoticeProblem.NOT_FOUND::problem);
    }

    /** A failed order goes back into the queue. */
    @Transactional
    OrderView retry(Actor actor, long id) {
        Carriers.requireAdmin(actor);
        OrderListStore.Locked order = store.lock(actor.orgId(), id).orElseThrow(NoticeProblem.NOT_FOUND::problem);
        if (order.state() != NoticeState.FAILED) {
            throw NoticeProblem.NOT_FAILED.problem();
        }
        if (!order.whole()) {
            throw NoticeProblem.CONTENT_GONE.problem();
        }
        Instant now = clock.instant();
        for (NoticeMoved move : store.retry(actor.orgId(), id, now, now.plus(SECOND_CHANCE))) {
            events.publishEvent(move);
            dispatcher.wakeAfterCommit(Set.of(move.channel()));
        }
        return get(actor, id);
    }

    /** The last month, today first; days on which nothing happened are left out. */
    List<OrderView.NoticeUsage> usage(Actor actor) {
        Carriers.requireAdmin(actor);
        LocalDate first = LocalDate.ofInstant(clock.instant(), actor.zone()).minusDays(USAGE_DAYS - 1L);
        return store.usage(actor.orgId(), first.atStartOfDay(actor.zone()).toInstant(), actor.zone());
    }
}
