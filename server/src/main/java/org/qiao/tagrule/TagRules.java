package org.qiao.tagrule;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.TaggedRelations;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.tagrule.TagRuleRow.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules as administrators make them. */
@Service
class TagRules {

    static final int RULES_MAX = 50;
    static final int WORDS_MAX = 50;
    static final int DAYS_MAX = 730;

    private static final int NAME_MAX = 30;
    private static final int WORD_MAX = 30;

    private final TagRuleStore store;
    private final TaggedRelations tags;
    private final Clock clock;

    TagRules(TagRuleStore store, TaggedRelations tags, Clock clock) {
        this.store = store;
        this.tags = tags;
        this.clock = clock;
    }

    /** A rule as administrators see it; a tag that is gone is left out. */
    record CustomerTagRuleView(
            long id,
            String name,
            Kind kind,
            List<String> words,
            @Nullable Integer days,
            List<RuleTag> tags,
            boolean takeBack,
            boolean active,
            long tagged,
            @Nullable Instant lastAt,
            int version) {}

    record RuleTag(long id, String name) {}

    @Transactional(readOnly = true)
    public List<CustomerTagRuleView> list(Actor actor) {
        requireAdmin(actor);
        return views(actor, store.list(actor.orgId()));
    }

    @Transactional
    public CustomerTagRuleView add(Actor actor, CustomerTagRuleRequest request) {
        requireAdmin(actor);
        if (store.list(actor.orgId()).size() >= RULES_MAX) {
            throw TagruleProblem.TOO_MANY.problem("max", RULES_MAX);
        }
        return get(actor, store.insert(actor, rule(actor, 0, request, request.kind()), clock.instant()));
    }

    /** Its kind stays. */
    @Transactional
    public CustomerTagRuleView change(Actor actor, long id, CustomerTagRuleRequest request) {
        requireAdmin(actor);
        TagRuleRow before = store.find(actor.orgId(), id).orElseThrow(TagruleProblem.NOT_FOUND::problem);
        if (!store.update(actor, rule(actor, id, request, before.kind()), clock.instant())) {
            throw TagruleProblem.STALE.problem();
        }
        return get(actor, id);
    }

    /** What it has tagged stays tagged. */
    @Transactional
    public void delete(Actor actor, long id) {
        requireAdmin(actor);
        if (!store.delete(actor.orgId(), id)) {
            throw TagruleProblem.NOT_FOUND.problem();
        }
    }

    private TagRuleRow rule(Actor actor, long id, CustomerTagRuleRequest request, Kind kind) {
        tags.requireCompanyTags(actor.orgId(), request.tags());
        boolean silence = kind == Kind.SILENCE;
        return new TagRuleRow(
                id,
                actor.orgId(),
                name(request.name()),
                kind,
                silence ? List.of() : words(request.words()),
                silence ? days(request.days()) : null,
                request.tags().stream().distinct().toList(),
                silence && request.takeBack(),
                request.active(),
                0,
                null,
                request.version());
    }

    private static String name(String raw) {
        String name = PlainText.clean(raw);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw TagruleProblem.BAD_NAME.problem("max", NAME_MAX);
        }
        return name;
    }

    private static List<String> words(List<String> raw) {
        Set<String> seen = new HashSet<>();
        List<String> words = raw.stream()
                .map(PlainText::clean)
                .filter(word -> !word.isEmpty() && seen.add(Words.fold(word)))
                .toList();
        boolean sound = !words.isEmpty()
                && words.size() <= WORDS_MAX
                && words.stream()
                        .allMatch(word ->
                                word.length() <= WORD_MAX && !Words.fold(word).isEmpty());
        if (!sound) {
            throw TagruleProblem.BAD_WORDS.problem("max", WORD_MAX);
        }
        return words;
    }

    private static Integer days(@Nullable Integer days) {
        if (days == null || days < 1 || days > DAYS_MAX) {
            throw TagruleProblem.BAD_DAYS.problem("max", DAYS_MAX);
        }
        return days;
    }

    private CustomerTagRuleView get(Actor actor, long id) {
        return views(actor, List.of(store.find(actor.orgId(), id).orElseThrow()))
                .getFirst();
    }

    private List<CustomerTagRuleView> views(Actor actor, List<TagRuleRow> rules) {
        Map<Long, String> names = tags.names(
                actor,
                rules.stream().flatMap(rule -> rule.tags().stream()).distinct().toList());
        return rules.stream()
                .map(rule -> new CustomerTagRuleView(
                        rule.id(),
                        rule.name(),
                        rule.kind(),
                        rule.words(),
                        rule.days(),
                        rule.tags().stream()
                                .filter(names::containsKey)
                                .map(tag -> new RuleTag(tag, Objects.requireNonNull(names.get(tag))))
                                .toList(),
                        rule.takeBack(),
                        rule.active(),
                        rule.tagged(),
                        rule.lastAt(),
                        rule.version()))
                .toList();
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw TagruleProblem.NOT_ALLOWED.problem();
        }
    }
}
