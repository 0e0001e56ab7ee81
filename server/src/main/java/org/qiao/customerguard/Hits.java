package org.qiao.customerguard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.customerguard.GuardViews.GuardHitView;
import org.qiao.customerguard.GuardViews.GuardMemberCount;
import org.qiao.customerguard.GuardViews.GuardRuleCount;
import org.qiao.customerguard.GuardViews.GuardStatistics;
import org.qiao.customerguard.GuardViews.WordRuleName;
import org.qiao.customerguard.HitListStore.Count;
import org.qiao.customerguard.HitListStore.Filter;
import org.qiao.customerguard.HitListStore.Hit;
import org.qiao.customerguard.HitListStore.Sight;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rules found, for whoever may see it. */
@Service
class Hits {

    static final int EXPORT_MAX = 50_000;
    private static final int COUNTED = 100;

    private final HitListStore store;
    private final RuleStore rules;
    private final GuardSight sight;
    private final Members members;
    private final Customers customers;

    Hits(HitListStore store, RuleStore rules, GuardSight sight, Members members, Customers customers) {
        this.store = store;
        this.rules = rules;
        this.sight = sight;
        this.members = members;
        this.customers = customers;
    }

    /** What is asked for; null: everything. */
    record Question(
            @Nullable Long rule,
            @Nullable Long member,
            @Nullable Long customer,
            @Nullable GuardAction action,
            @Nullable Instant since,
            @Nullable Instant until) {

        /** For the record. */
        Map<String, Object> asked() {
            Map<String, Object> asked = new HashMap<>();
            put(asked, "rule", rule);
            put(asked, "member", member);
            put(asked, "customer", customer);
            put(asked, "action", action);
            put(asked, "since", since);
            put(asked, "until", until);
            return asked;
        }

        private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
            if (value != null) {
                asked.put(name, value instanceof Long number ? number : value.toString());
            }
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<GuardHitView> list(Actor actor, Question question, @Nullable String after, @Nullable Integer limit) {
        Sight mine = sight.require(actor);
        int size = Limits.page(limit);
        Page<Hit> page = Page.cut(
                store.list(mine, filter(actor, question), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                hit -> Long.toString(hit.id()));
        return new Page<>(views(mine, page.items()), page.next());
    }

    /** Everything that is asked for, newest first, up to a bound. */
    @Transactional(readOnly = true)
    public List<GuardHitView> all(Actor actor, Question question) {
        Sight mine = sight.require(actor);
        Filter filter = filter(actor, question);
        List<GuardHitView> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<Hit> page;
        do {
            page = store.list(mine, filter, before, Limits.PAGE_MAX);
            all.addAll(views(mine, page));
            before = page.isEmpty() ? 0 : page.getLast().id();
        } while (page.size() == Limits.PAGE_MAX && all.size() < EXPORT_MAX);
        return all;
    }

    @Transactional(readOnly = true)
    public GuardStatistics count(Actor actor, Question question) {
        Sight mine = sight.require(actor);
        Filter filter = filter(actor, question);
        List<Count> byRule = store.byRule(mine, filter, COUNTED);
        List<Count> byMember = store.byMember(mine, filter, COUNTED);
        Map<Long, WordRuleName> names = names(actor.orgId(), ids(byRule, Count::id));
        Map<Long, Card> cards = members.cardsById(actor, ids(byMember, Count::id));
        return new GuardStatistics(
                byRule.stream()
                        .map(count -> new GuardRuleCount(
                                Objects.requireNonNull(names.get(count.id())), count.warned(), count.blocked()))
                        .toList(),
                byMember.stream()
                        .map(count -> new GuardMemberCount(
                                Objects.requireNonNull(cards.get(count.id())), count.warned(), count.blocked()))
                        .toList());
    }

    private Filter filter(Actor actor, Question question) {
        Long customer = question.customer();
        return new Filter(
                question.rule(),
                question.member(),
                customer == null ? null : customers.family(actor.orgId(), customer),
                question.action(),
                question.since(),
                question.until());
    }

    private List<GuardHitView> views(Sight mine, List<Hit> hits) {
        long orgId = mine.orgId();
        Map<Long, WordRuleName> names = names(orgId, ids(hits, Hit::ruleId));
        Map<Long, Card> people = members.cardsById(orgId, ids(hits, Hit::memberId));
        Map<Long, CustomerCard> known = customers.cardsById(orgId, ids(hits, Hit::customerId));
        Set<Long> readable = new HashSet<>(mine.rules());
        return hits.stream()
                .map(hit -> new GuardHitView(
                        hit.id(),
                        Objects.requireNonNull(names.get(hit.ruleId())),
                        hit.action(),
                        hit.byCustomer(),
                        people.get(hit.memberId()),
                        known.get(hit.customerId()),
                        hit.place(),
                        hit.conversationId(),
                        hit.seq(),
                        readable.contains(hit.ruleId()) ? hit.found() : null,
                        readable.contains(hit.ruleId()) ? hit.excerpt() : null,
                        hit.at()))
                .toList();
    }

    private static <T> List<Long> ids(List<T> rows, Function<T, @Nullable Long> field) {
        return rows.stream().map(field).filter(Objects::nonNull).distinct().toList();
    }

    private Map<Long, WordRuleName> names(long orgId, List<Long> ids) {
        return rules.byId(orgId, ids).stream().collect(Collectors.toMap(GuardRule::id, GuardSight::name));
    }
}
