package org.qiao.moment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customerprofile.TaggedRelations;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.moment.Moments.MomentPostQueued;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Counts whom a post reaches before anybody sees it. All in one transaction that ends with the moment of publication: after a crash it
 * begins anew, and a second time finds nothing to do.
 */
@Component
class MomentDelivery {

    private static final int AT_ONCE = 500;

    private final MomentStore moments;
    private final PostStore posts;
    private final ReachStore reaches;
    private final Known known;
    private final MomentRules rules;
    private final MomentNews news;
    private final Clock clock;

    MomentDelivery(
            MomentStore moments,
            PostStore posts,
            ReachStore reaches,
            Known known,
            MomentRules rules,
            MomentNews news,
            Clock clock) {
        this.moments = moments;
        this.posts = posts;
        this.reaches = reaches;
        this.known = known;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /** Who knows whom, with which tags. */
    @Component
    record Known(CustomerRelations relations, TaggedRelations tagged) {}

    @ApplicationModuleListener
    void on(MomentPostQueued queued) {
        MomentPost post = posts.lock(queued.orgId(), queued.postId()).orElseThrow();
        if (post.publishedAt() != null || post.isWithdrawn()) {
            return;
        }
        Moment moment = moments.find(post.orgId(), post.momentId()).orElseThrow();
        List<Long> customers = customers(post, moment.choice());
        if (moment.kind() == MomentKind.COMPANY) {
            customers = withinLimit(post, customers, clock.instant());
        }
        // Not when the counting began: whoever looked meanwhile has not seen it, and it is news to him.
        posts.published(post, customers.size(), clock.instant());
        news.published(post, customers);
    }

    /** In the order of their ids. */
    private List<Long> customers(MomentPost post, TagChoice choice) {
        List<Long> customers = new ArrayList<>();
        long after = 0;
        List<CustomerRelation> some;
        do {
            some = known.relations().ofMember(post.orgId(), post.authorId(), after, AT_ONCE);
            Map<Long, Set<Long>> tags = known.tagged()
                    .tags(post.orgId(), some.stream().map(CustomerRelation::id).toList());
            for (CustomerRelation relation : some) {
                if (choice.admits(tags.getOrDefault(relation.id(), Set.of()))) {
                    customers.add(relation.customerId());
                }
                after = relation.id();
            }
        } while (some.size() == AT_ONCE);
        return customers.stream().sorted().distinct().toList();
    }

    /** Passes by whom somebody else shows it already, and whoever has had his share of the month. */
    private List<Long> withinLimit(MomentPost post, List<Long> customers, Instant now) {
        reaches.lock(post.orgId());
        int most = rules.settings(post.orgId()).companyPerMonth();
        List<Long> reached = new ArrayList<>();
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            List<Long> some = customers.subList(from, Math.min(from + AT_ONCE, customers.size()));
            Set<Long> fresh = reaches.reach(post, some);
            Set<Long> counted = reaches.count(post.orgId(), rules.month(post.orgId(), now), most, fresh);
            Set<Long> over = new HashSet<>(fresh);
            over.removeAll(counted);
            reaches.unreach(post, over);
            reaches.skip(post, some.stream().filter(id -> !counted.contains(id)).toList());
            reached.addAll(counted);
        }
        return reached;
    }
}
