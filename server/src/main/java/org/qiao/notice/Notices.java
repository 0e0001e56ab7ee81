package org.qiao.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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
        queue(orgId, orders, true);
    }

    /** The same for what can wait: it goes behind everything else that the company has due on the channel. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void orderUnhurried(long orgId, Collection<NoticeOrder> orders) {
        queue(orgId, orders, false);
    }

    private void queue(long orgId, Collection<NoticeOrder> orders, boolean urgent) {
        if (!orders.isEmpty()) {
            store.insert(orgId, orders, urgent, clock.instant());
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

    /** Nothing tells any more what was sent to these addresses; what has not left yet will not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long orgId, Collection<String> addresses) {
        if (!addresses.isEmpty()) {
            store.forget(orgId, addresses, clock.instant());
        }
    }

    /**
     * Of these members those whom the channel can reach as far as is known before trying; nobody when the company has no carrier
     * for it.
     */
    public Set<Long> reachable(long orgId, Channel channel, Collection<Long> members) {
        return members.isEmpty()
                ? Set.of()
                : carriers.find(orgId, channel)
                        .map(line -> line.carrier().reachable(orgId, members))
                        .orElse(Set.of());
    }

    /** Of these companies those in which the channel can reach anybody at all: one question for all of them. */
    public Set<Long> populated(Collection<Long> orgIds, Channel channel) {
        return orgIds.isEmpty() ? Set.of() : carriers.populated(orgIds, channel);
    }

    /** Whether the company can use the channel now. */
    public boolean isReady(long orgId, Channel channel) {
        return carriers.find(orgId, channel).isPresent();
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
