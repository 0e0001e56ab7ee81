package org.qiao.customercare;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.qiao.account.Principals;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customercare.CareSettings.CareTimes;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.handover.LeaverLeads;
import org.qiao.messaging.CustomerConversations;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Tells people of a step. Outside of any transaction; the keys make a repeat harmless. The customer is named, what he wrote is not. */
@Component
class CareTelling {

    static final String APP = "customer";

    private final CareRules rules;
    private final CareNews news;
    private final CustomerConversations conversations;
    private final Cards cards;
    private final People people;
    private final Persons persons;
    private final Clock clock;

    CareTelling(
            CareRules rules,
            CareNews news,
            CustomerConversations conversations,
            Cards cards,
            People people,
            Persons persons,
            Clock clock) {
        this.rules = rules;
        this.news = news;
        this.conversations = conversations;
        this.cards = cards;
        this.people = people;
        this.persons = persons;
        this.clock = clock;
    }

    /** Members and who leads them. */
    @Component("customercarePeople")
    record People(Principals principals, Members members, Departments departments, LeaverLeads leavers) {

        String name(long orgId, long memberId) {
            return members.cards(orgId, List.of(memberId)).stream()
                    .findFirst()
                    .map(Card::name)
                    .orElse("");
        }

        Set<Long> leadsOf(long orgId, long memberId) {
            Set<Long> leads =
                    new HashSet<>(departments.managers(orgId, List.of(memberId)).values());
            leavers.leadOf(orgId, memberId).ifPresent(leads::add);
            Set<Long> present = new HashSet<>(members.present(orgId, leads));
            return present.isEmpty() ? Set.copyOf(principals.owners(orgId)) : present;
        }
    }

    /** Customers. */
    @Component("customercarePersons")
    record Persons(Customers customers, CustomerRelations relations) {

        String name(long orgId, long customerId) {
            return customers.find(orgId, customerId).map(Customer::name).orElse("");
        }
    }

    void tell(CareThread thread) {
        switch (thread.progress().step()) {
            case NONE -> throw new IllegalStateException("Nothing to tell: " + thread.conversationId());
            case REMINDED -> say(thread, "reminded", Set.of(thread.responsible()));
            case PASSED -> pass(thread);
            case ALERTED -> say(thread, "alerted", leads(thread));
        }
    }

    private void pass(CareThread thread) {
        long helper = thread.responsible();
        Waiting waiting = Objects.requireNonNull(thread.waiting());
        conversations.addHelper(thread.orgId(), thread.conversationId(), helper, waiting.seq());
        say(thread, "passed", Set.of(helper));
        say(thread, "away", Set.of(thread.place().serverId()));
    }

    private Set<Long> leads(CareThread thread) {
        long orgId = thread.orgId();
        long server = thread.place().serverId();
        Long wayId = persons.relations()
                .find(orgId, thread.place().relationId())
                .map(CustomerRelation::wayId)
                .orElse(null);
        List<Long> named =
                rules.times(orgId, wayId, server).map(CareTimes::alert).orElse(List.of());
        Set<Long> present = rules.present(orgId, named);
        return present.isEmpty() ? people.leadsOf(orgId, server) : present;
    }

    /** A colleague who was asked in is not needed any more. */
    void release(CareThread thread) {
        long helper = Objects.requireNonNull(thread.progress().helperId());
        Actor himself = new Actor(thread.orgId(), helper, Set.of(), Locale.ROOT, ZoneOffset.UTC);
        conversations.remove(himself, thread.conversationId(), helper);
        news.changed(List.of(helper, thread.place().serverId()));
    }

    private void say(CareThread thread, String what, Collection<Long> listeners) {
        long orgId = thread.orgId();
        Waiting waiting = Objects.requireNonNull(thread.waiting());
        String customer = persons.name(orgId, thread.place().customerId());
        String server = people.name(orgId, thread.place().serverId());
        String helper = people.name(orgId, thread.responsible());
        long minutes =
                Math.max(0, Duration.between(waiting.since(), clock.instant()).toMinutes());
        String key = "care-%d-%d-%s".formatted(thread.conversationId(), waiting.seq(), what);
        String link = what.equals("alerted") ? "/customers/waiting?scope=TEAM" : "/messages/" + thread.conversationId();
        people.principals().byLanguage(orgId, listeners).forEach((locale, some) -> {
            CareWords words = CareWords.of(locale);
            CardSummary card = new CardSummary(
                    CareNews.TOPIC,
                    thread.conversationId(),
                    words.title(what, customer, helper),
                    List.of(
                            new Line(words.word("server"), server),
                            new Line(words.word("waited"), words.waited(minutes))),
                    link);
            cards.tell(orgId, APP, some, card, key);
        });
        news.changed(listeners);
    }
}
