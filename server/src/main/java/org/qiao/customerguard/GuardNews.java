package org.qiao.customerguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.customerguard.AlertStore.Alert;
import org.qiao.customerguard.HitListStore.Hit;
import org.qiao.customerguard.HitStore.Untold;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.messaging.Hints;
import org.springframework.stereotype.Component;

/** Says it: cards in people's conversation with the app. Keys make a repeat harmless. Never within a transaction. */
@Component
class GuardNews {

    private static final String APP = "customer";
    private static final String TYPE = "customer-guard";
    private static final String TOPIC = "customerguard";

    private final Principals principals;
    private final Members members;
    private final Departments departments;
    private final Cards cards;
    private final Hints hints;

    GuardNews(Principals principals, Members members, Departments departments, Cards cards, Hints hints) {
        this.principals = principals;
        this.members = members;
        this.departments = departments;
        this.cards = cards;
        this.hints = hints;
    }

    /** One card for all that a rule found since the last one; nothing of what was said stands in it. */
    void tell(GuardRule rule, Untold some, Hit first) {
        hints.tell(rule.content().people(), TOPIC, some.firstId(), "HIT");
        tell(rule.orgId(), rule.content().people(), "guard-hit-" + some.firstId(), words -> {
            String title = some.hits() == 1
                    ? words.word("hit." + rule.action(), rule.name())
                    : words.word("hits", rule.name(), some.hits());
            List<Line> lines = some.hits() == 1
                    ? employee(words, rule.orgId(), first.memberId())
                    : List.of(new Line(words.word("count"), Integer.toString(some.hits())));
            return new CardSummary(TYPE, some.firstId(), title, lines, "/customers/guard?tab=hits");
        });
    }

    void tell(Alert alert, GuardSettings settings) {
        Set<Long> people = new HashSet<>(settings.people());
        if (settings.leads()) {
            people.addAll(departments
                    .managers(alert.orgId(), List.of(alert.memberId()))
                    .values());
        }
        hints.tell(people, TOPIC, alert.id(), "ALERT");
        tell(alert.orgId(), people, "guard-alert-" + alert.id(), words -> {
            List<Line> lines = new ArrayList<>();
            if (alert.messages() > 0) {
                lines.add(new Line(words.word("messages"), Integer.toString(alert.messages())));
            }
            String title = words.word("alert." + alert.kind(), name(alert.orgId(), alert.memberId()));
            return new CardSummary(TYPE, alert.id(), title, lines, "/customers/guard?tab=alerts");
        });
    }

    /** A customer is named behind the card's link only: cards stay when he is erased. */
    private List<Line> employee(GuardWords words, long orgId, @Nullable Long memberId) {
        return memberId == null ? List.of() : List.of(new Line(words.word("member"), name(orgId, memberId)));
    }

    private String name(long orgId, long memberId) {
        return members.cards(orgId, List.of(memberId)).getFirst().name();
    }

    private void tell(long orgId, Collection<Long> people, String key, Function<GuardWords, CardSummary> card) {
        Set<Long> present = members.present(orgId, people);
        principals
                .byLanguage(orgId, present)
                .forEach((locale, some) -> cards.tell(orgId, APP, some, card.apply(GuardWords.of(locale)), key));
    }
}
