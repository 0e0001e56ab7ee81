package org.qiao.customercare;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.contactway.ServiceTime;
import org.qiao.contactway.ServiceTimes;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRules;
import org.qiao.customercare.CareSettings.CareTimes;
import org.springframework.stereotype.Component;

/** Whom a waiting customer is passed on to: who is in his hours and has the fewest who wait; of equals the first that is named. */
@Component
class CareColleagues {

    private final CareThreadStore threads;
    private final ContactWays ways;
    private final CustomerRules rules;
    private final ServiceTimes times;

    CareColleagues(CareThreadStore threads, ContactWays ways, CustomerRules rules, ServiceTimes times) {
        this.threads = threads;
        this.ways = ways;
        this.rules = rules;
        this.times = times;
    }

    Optional<Long> choose(CareThread thread, CustomerRelation relation, CareTimes limits, Instant now) {
        long orgId = thread.orgId();
        Collection<Long> named = limits.colleagues().isEmpty() ? ofWay(orgId, relation.wayId()) : limits.colleagues();
        Set<Long> able = rules.eligible(orgId, named);
        Map<Long, ServiceTime> hours = times.of(orgId, able);
        Map<Long, Integer> loads = able.isEmpty() ? Map.of() : threads.waitingLoads(orgId, able);
        return named.stream()
                .filter(id -> able.contains(id) && id != thread.place().serverId())
                .filter(id -> Optional.ofNullable(hours.get(id))
                        .filter(time -> time.isOn(now))
                        .isPresent())
                .min(Comparator.comparingInt(id -> loads.getOrDefault(id, 0)));
    }

    /** The people of the code, its backups last. */
    private Collection<Long> ofWay(long orgId, @Nullable Long wayId) {
        return wayId == null
                ? List.of()
                : ways.findAll(orgId, List.of(wayId)).stream()
                        .findFirst()
                        .map(ContactWay::everybody)
                        .orElse(Set.of());
    }
}
