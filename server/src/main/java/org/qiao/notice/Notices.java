package org.qiao.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever wants to reach people outside the socket. */
@Service
public class Notices {

    private final OrderStore store;
    private final PriceStore prices;
    private final Dispatcher dispatcher;
    private final Clock clock;

    Notices(OrderStore store, PriceStore prices, Dispatcher dispatcher, Clock clock) {
        this.store = store;
        this.prices = prices;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Queues the orders in the caller's transaction; those whose key is known already change nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(long orgId, Collection<NoticeOrder> orders) {
        if (!orders.isEmpty()) {
            store.insert(orgId, orders, clock.instant());
            dispatcher.wakeAfterCommit(
                    orders.stream().map(NoticeOrder::channel).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** What has not left yet will not. Orders that are under way or over are not touched; no event is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(long orgId, Collection<String> keys) {
        if (!keys.isEmpty()) {
            store.cancel(orgId, keys, clock.instant());
        }
    }

    /** What one unit costs in fen, for each channel that the company has connected and switched on. */
    public Map<Channel, Integer> prices(long orgId) {
        return prices.prices(orgId);
    }
}
