package org.qiao.customerguard;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customerguard.HitStore.NewHit;
import org.qiao.customerguard.HitStore.Settled;
import org.qiao.messaging.Oversight;
import org.qiao.messaging.Oversight.Key;
import org.qiao.messaging.Oversight.Party;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out which finds are real. A rule is asked before it is known whether a message can be sent at all: a warned one counts once it
 * stands in the log, a blocked one when its sender sits there and it does not. The rest never happened.
 */
@Component
class Settlement {

    /** A message that is not in the log by then was refused for another reason, or lost with its sender's connection. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final HitStore store;
    private final Oversight oversight;
    private final Clock clock;

    Settlement(HitStore store, Oversight oversight, Clock clock) {
        this.store = store;
        this.oversight = oversight;
        this.clock = clock;
    }

    @Transactional
    public void settle(int limit) {
        List<NewHit> some = store.takeNew(clock.instant(), limit);
        if (some.isEmpty()) {
            return;
        }
        Map<Key, Long> stored =
                oversight.stored(some.stream().map(NewHit::key).distinct().toList());
        Map<Key, Party> parties = parties(some);
        some.forEach(hit -> settle(hit, stored.get(hit.key()), parties.get(hit.key())));
    }

    private Map<Key, Party> parties(List<NewHit> some) {
        Map<Key, Party> found = new HashMap<>();
        Map<Long, List<Key>> byOrg =
                some.stream().map(NewHit::key).distinct().collect(Collectors.groupingBy(Key::orgId));
        byOrg.forEach((orgId, keys) -> {
            Map<Long, Party> parties = oversight.parties(
                    orgId, keys.stream().map(Key::conversationId).distinct().toList());
            keys.stream()
                    .filter(key -> parties.containsKey(key.conversationId()))
                    .forEach(key -> found.put(key, parties.get(key.conversationId())));
        });
        return found;
    }

    private void settle(NewHit hit, @Nullable Long seq, @Nullable Party party) {
        Optional<Party.Seat> seat =
                Optional.ofNullable(party).flatMap(some -> some.find(hit.key().senderId()));
        boolean warned = hit.action() == GuardAction.WARN;
        if (party != null && seat.isPresent() && warned == (seq != null)) {
            boolean guest = seat.get().guest();
            Long member =
                    guest ? party.server().orElse(null) : Long.valueOf(hit.key().senderId());
            Long customer = guest ? Long.valueOf(hit.key().senderId()) : party.customerId();
            store.settle(hit, new Settled(guest, member, customer, seq));
        } else if (!warned || seat.isEmpty() || hit.at().plus(PATIENCE).isBefore(clock.instant())) {
            store.drop(hit);
        } else {
            store.later(hit, clock.instant().plus(AGAIN));
        }
    }
}
