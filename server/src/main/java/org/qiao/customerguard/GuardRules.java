package org.qiao.customerguard;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.customerguard.GuardViews.GuardRuleRequest;
import org.qiao.customerguard.GuardViews.GuardRuleView;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company's rules for what is said to and by customers; administrators make them. */
@Service
class GuardRules {

    static final int RULES_MAX = 100;

    private final RuleStore store;
    private final GuardBook book;
    private final Audiences audiences;
    private final Members members;
    private final Clock clock;

    GuardRules(RuleStore store, GuardBook book, Audiences audiences, Members members, Clock clock) {
        this.store = store;
        this.book = book;
        this.audiences = audiences;
        this.members = members;
        this.clock = clock;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw CustomerguardProblem.NOT_ALLOWED.problem();
        }
    }

    @Transactional(readOnly = true)
    public List<GuardRuleView> list(Actor actor) {
        requireAdmin(actor);
        List<GuardRule> rules = store.list(actor.orgId());
        Map<Long, Card> cards = members.cardsById(
                actor,
                rules.stream()
                        .flatMap(rule -> rule.content().people().stream())
                        .distinct()
                        .toList());
        return rules.stream().map(rule -> view(rule, cards)).toList();
    }

    @Transactional
    public GuardRuleView create(Actor actor, GuardRuleRequest request) {
        requireAdmin(actor);
        RuleStore.Draft draft = draft(actor, request, null);
        store.turn(actor.orgId());
        if (store.list(actor.orgId()).size() >= RULES_MAX) {
            throw CustomerguardProblem.TOO_MANY_RULES.problem("max", RULES_MAX);
        }
        GuardRule rule = store.insert(actor, draft, clock.instant());
        AfterCommit.run(book::renew);
        return view(actor, rule);
    }

    @Transactional
    public GuardRuleView change(Actor actor, long id, GuardRuleRequest request) {
        requireAdmin(actor);
        store.turn(actor.orgId());
        GuardRule before = store.find(actor.orgId(), id).orElseThrow(CustomerguardProblem.NOT_FOUND::problem);
        if (!Objects.equals(request.version(), before.version())) {
            throw CustomerguardProblem.CHANGED_MEANWHILE.problem();
        }
        GuardRule rule = store.update(actor, before, draft(actor, request, before), clock.instant())
                .orElseThrow(CustomerguardProblem.CHANGED_MEANWHILE::problem);
        AfterCommit.run(book::renew);
        return view(actor, rule);
    }

    /** What it found stays listed. */
    @Transactional
    public void delete(Actor actor, long id) {
        requireAdmin(actor);
        store.turn(actor.orgId());
        if (!store.delete(actor, id, clock.instant())) {
            throw CustomerguardProblem.NOT_FOUND.problem();
        }
        AfterCommit.run(book::renew);
    }

    private RuleStore.Draft draft(Actor actor, GuardRuleRequest request, @Nullable GuardRule before) {
        String name = PlainText.clean(request.name());
        List<String> words = words(request.words());
        boolean aimless = !request.staff() && !request.customers();
        if (name.isEmpty() || aimless) {
            throw PlatformProblem.INVALID.problem("field", name.isEmpty() ? "name" : "staff");
        }
        if (words.isEmpty() && request.patterns().isEmpty()) {
            throw CustomerguardProblem.NOTHING_TO_FIND.problem();
        }
        Set<Long> known = before == null ? Set.of() : before.content().people();
        requirePeople(actor, request.people(), known);
        Set<Long> named = before == null ? Set.of() : before.content().range().members();
        if (!audiences.isKnown(actor, request.range(), named)) {
            throw PlatformProblem.INVALID.problem("field", "range");
        }
        GuardContent content = new GuardContent(
                words, request.patterns(), request.range(), request.staff(), request.customers(), request.people());
        return new RuleStore.Draft(name, request.action(), content, request.enabled());
    }

    /** Who was named before may have left, and stays named. */
    void requirePeople(Actor actor, Collection<Long> people, Collection<Long> known) {
        List<Long> added = people.stream().filter(id -> !known.contains(id)).toList();
        if (members.present(actor, added).size() != added.size()) {
            throw PlatformProblem.INVALID.problem("field", "people");
        }
    }

    /** Words that would be the same to the rule are one. */
    private static List<String> words(List<String> written) {
        Map<String, String> folded = new LinkedHashMap<>();
        for (String raw : written) {
            String word = PlainText.clean(raw);
            String plain = GuardText.fold(word);
            if (plain.isBlank()) {
                throw CustomerguardProblem.BAD_WORD.problem("word", word);
            }
            folded.putIfAbsent(plain, word);
        }
        return List.copyOf(folded.values());
    }

    private GuardRuleView view(Actor actor, GuardRule rule) {
        return view(rule, members.cardsById(actor, rule.content().people()));
    }

    private static GuardRuleView view(GuardRule rule, Map<Long, Card> cards) {
        GuardContent content = rule.content();
        return new GuardRuleView(
                rule.id(),
                rule.name(),
                rule.action(),
                content.words(),
                content.patterns(),
                content.range(),
                content.staff(),
                content.customers(),
                content.people().stream()
                        .sorted()
                        .map(cards::get)
                        .filter(Objects::nonNull)
                        .toList(),
                rule.enabled(),
                rule.version(),
                rule.changedAt());
    }
}
