package org.qiao.customerprofile;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.Happened;
import org.qiao.customer.CustomerEvents.Same;
import org.qiao.customerprofile.TagStore.Tag;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For modules with rules that tag customers, many at once; the timeline names the rule. */
@Service
public class RuleTags {

    private final TagStore tags;
    private final TaggingStore taggings;
    private final CustomerEvents timeline;
    private final Clock clock;

    RuleTags(TagStore tags, TaggingStore taggings, CustomerEvents timeline, Clock clock) {
        this.tags = tags;
        this.taggings = taggings;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Somebody who has written nothing for long. */
    public record Quiet(long relationId, long customerId) {}

    /**
     * Open relations in the order of their ids whose customer has written nothing since then; who never wrote counts from when he came.
     * As good as the lists of customers: a moment behind.
     */
    public List<Quiet> quiet(long orgId, Instant since, long after, int limit) {
        return taggings.quiet(orgId, since, after, limit);
    }

    /**
     * Sets company tags in the caller's transaction; unknown ones are left out, and a relation without room for them.
     *
     * @param rule how the rule is called
     * @param customers by relation
     * @return what was new, by relation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Set<Long>> set(long orgId, String rule, Collection<Long> wanted, Map<Long, Long> customers) {
        if (customers.isEmpty() || wanted.isEmpty()) {
            return Map.of();
        }
        Map<Long, Set<Long>> fresh = taggings.setMany(orgId, wanted, customers.keySet(), clock.instant());
        tell(orgId, "TAGGED", rule, customers, fresh);
        return fresh;
    }

    /** Takes away what rules set, in the caller's transaction; what somebody has set by hand stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unset(long orgId, String rule, Map<Long, Set<Long>> set, Map<Long, Long> customers) {
        if (!set.isEmpty()) {
            tell(orgId, "UNTAGGED", rule, customers, taggings.unsetMany(orgId, set));
        }
    }

    private void tell(long orgId, String kind, String rule, Map<Long, Long> customers, Map<Long, Set<Long>> changed) {
        Set<Long> ids = changed.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<Long, String> names = ids.isEmpty()
                ? Map.of()
                : tags.find(orgId, null, ids).stream().collect(Collectors.toMap(Tag::id, Tag::name));
        List<Happened> happened = new ArrayList<>();
        changed.forEach((relation, some) -> {
            Long customer = customers.get(relation);
            if (customer != null) {
                List<String> named =
                        some.stream().map(id -> names.getOrDefault(id, "")).toList();
                happened.add(new Happened(customer, relation, Map.of("tags", named, "rule", rule)));
            }
        });
        timeline.addAll(orgId, new Same(kind, null), happened);
    }
}
