package org.qiao.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever wants to reach people outside the socket. */
@Service
public class Notices {

    private final OrderStore store;
    private final Dispatcher dispatcher;
    private final Carriers carriers;
    private final Clock clock;

    Notices(OrderStore store, Dispatcher dispatcher, Carriers carriers, Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.carriers = carriers;
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

    /** What one unit costs in fen, for each channel that the company can use now. */
    public Map<Channel, Integer> prices(long orgId) {
        Map<Channel, Integer> prices = new EnumMap<>(Channel.class);
        carriers.offers(orgId).values().stream()
                .filter(Carriers.Offer::ready)
                .forEach(offer -> prices.put(offer.channel(), offer.priceFen()));
        return prices;
    }
}
