package org.qiao.tagrule;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customerprofile.RuleTags;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.tagrule.SilenceStore.Silent;
import org.qiao.tagrule.TagRuleRow.Kind;
import org.qiao.threadfeed.ThreadReader;
import org.springframework.stereotype.Component;

/** What customers write: a word tags them, and whoever was silent is so no more. A repeat does no harm. */
@Component
class WordRules implements ThreadReader {

    private static final int TEXT = 5_000;

    private final TagRuleStore rules;
    private final SilenceStore silences;
    private final CustomerRelations relations;
    private final RuleTags tags;
    private final Clock clock;

    WordRules(TagRuleStore rules, SilenceStore silences, CustomerRelations relations, RuleTags tags, Clock clock) {
        this.rules = rules;
        this.silences = silences;
        this.relations = relations;
        this.tags = tags;
        this.clock = clock;
    }

    /** Heard after the lists of customers, which say who is silent: lanes have their turns by their names. */
    @Override
    public String lane() {
        return "tagrule";
    }

    /** One look at the rules, and nothing for companies without any. */
    @Override
    public Collection<Stretch> wanted(List<Stretch> all, List<Stretch> threads) {
        if (threads.isEmpty()) {
            return threads;
        }
        Set<Long> orgs = threads.stream().map(Stretch::orgId).collect(Collectors.toSet());
        Set<Long> some = rules.companies(orgs);
        return threads.stream()
                .filter(stretch -> some.contains(stretch.orgId()))
                .toList();
    }

    @Override
    public int textLength() {
        return TEXT;
    }

    @Override
    public void heard(long orgId, Said said) {
        List<Message> theirs = said.byCustomers();
        List<TagRuleRow> active = theirs.isEmpty() ? List.of() : rules.active(orgId);
        if (active.isEmpty()) {
            return;
        }
        Map<Long, CustomerRelation> threads = threads(orgId, theirs);
        spoke(orgId, active, threads.values());
        Map<Long, String> texts = texts(theirs, threads.keySet());
        active.stream().filter(rule -> rule.kind() == Kind.KEYWORD).forEach(rule -> tag(rule, threads, texts));
    }

    /** The open relation of each thread. */
    private Map<Long, CustomerRelation> threads(long orgId, List<Message> messages) {
        List<Long> ids =
                messages.stream().map(Message::conversationId).distinct().toList();
        Map<Long, CustomerRelation> threads = new HashMap<>();
        relations.ofConversations(orgId, ids).stream()
                .filter(CustomerRelation::isOpen)
                .forEach(relation -> threads.put(relation.conversationId(), relation));
        return threads;
    }

    /** Everything that was written in a thread, on lines of its own. */
    private static Map<Long, String> texts(List<Message> messages, Set<Long> threads) {
        return messages.stream()
                .filter(message -> message.kind() == EntryKind.TEXT && threads.contains(message.conversationId()))
                .collect(Collectors.groupingBy(
                        Message::conversationId,
                        Collectors.mapping(message -> Words.fold(message.excerpt()), Collectors.joining("\n"))));
    }

    private void tag(TagRuleRow rule, Map<Long, CustomerRelation> threads, Map<Long, String> texts) {
        Words words = Words.of(rule.words());
        Map<Long, Long> meant = new TreeMap<>();
        texts.forEach((thread, text) -> {
            CustomerRelation relation = threads.get(thread);
            if (relation != null && words.isIn(text)) {
                meant.put(relation.id(), relation.customerId());
            }
        });
        if (!meant.isEmpty()) {
            int fresh = tags.set(rule.orgId(), rule.name(), rule.tags(), meant).size();
            rules.count(rule, fresh, clock.instant());
        }
    }

    private void spoke(long orgId, List<TagRuleRow> active, Collection<CustomerRelation> heard) {
        Map<Long, Long> customers = new HashMap<>();
        heard.forEach(relation -> customers.put(relation.id(), relation.customerId()));
        if (customers.isEmpty()) {
            return;
        }
        Map<Long, TagRuleRow> byId = active.stream().collect(Collectors.toMap(TagRuleRow::id, Function.identity()));
        Map<Long, List<Silent>> byRule =
                silences.spoke(orgId, customers.keySet()).stream().collect(Collectors.groupingBy(Silent::ruleId));
        byRule.forEach((id, some) -> {
            TagRuleRow rule = byId.get(id);
            if (rule != null && rule.takeBack()) {
                Map<Long, Set<Long>> set = new TreeMap<>();
                some.forEach(silent -> set.put(silent.relationId(), silent.tags()));
                tags.unset(orgId, rule.name(), set, customers);
            }
        });
    }
}
