package org.qiao.masssend;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.account.Guest;
import org.qiao.account.Guests;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customer.CustomersMerged;
import org.qiao.masssend.MassViews.MassOptOut;
import org.qiao.masssend.MassViews.VisitMassChoice;
import org.qiao.masssend.OptOutStore.Said;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.MessagingProblem;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who want no mass messages: they say so on their page or by a word; employees see it and cannot change it. */
@Service
class OptOuts {

    private static final int AT_ONCE = 50;

    private final OptOutStore store;
    private final Customers customers;
    private final CustomerEvents timeline;
    private final Speech speech;
    private final Clock clock;

    OptOuts(OptOutStore store, Customers customers, CustomerEvents timeline, Speech speech, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.timeline = timeline;
        this.speech = speech;
        this.clock = clock;
    }

    /** What it takes to answer a customer. */
    @Component
    record Speech(CustomerConversations conversations, CustomerRelations relations, Guests guests) {}

    @Transactional(readOnly = true)
    public MassOptOut get(Actor actor, long customerId) {
        Customer customer = customers.require(actor, customerId);
        return store.find(actor.orgId(), customer.id())
                .map(found -> new MassOptOut(true, found.way(), found.at()))
                .orElseGet(() -> new MassOptOut(false, null, null));
    }

    VisitMassChoice choice(Guest guest) {
        return new VisitMassChoice(store.find(guest.orgId(), guest.id()).isPresent());
    }

    @Transactional
    public void set(Guest guest, boolean optedOut) {
        customers.current(guest.orgId(), guest.id());
        boolean changed = optedOut
                ? store.add(guest.orgId(), guest.id(), null, clock.instant())
                : store.remove(guest.orgId(), guest.id());
        if (changed) {
            note(guest.orgId(), guest.id(), optedOut);
        }
    }

    private void note(long orgId, long customerId, boolean optedOut) {
        timeline.add(orgId, customerId, NewEvent.of(optedOut ? "MASS_OPTED_OUT" : "MASS_OPTED_IN", customerId));
    }

    /** He wrote the word. In the transaction that looked at it; the answer follows. */
    void said(Said said) {
        if (store.add(said.orgId(), said.customerId(), said, clock.instant())) {
            note(said.orgId(), said.customerId(), true);
        }
    }

    @ApplicationModuleListener
    void on(CustomersMerged merged) {
        if (!merged.undone()) {
            store.inherit(merged.orgId(), merged.goneId(), merged.keptId());
        }
    }

    /** Answers those who wrote the word, in the name of whoever serves them, once for each word. */
    void answer() {
        for (Said said : store.unconfirmed(AT_ONCE)) {
            server(said).ifPresent(memberId -> say(said, memberId));
            store.confirmed(said);
        }
    }

    private Optional<Long> server(Said said) {
        return speech.relations().ofConversations(said.orgId(), List.of(said.conversationId())).stream()
                .filter(CustomerRelation::isOpen)
                .map(CustomerRelation::memberId)
                .findFirst();
    }

    private void say(Said said, long memberId) {
        Locale locale = speech.guests()
                .find(said.orgId(), said.customerId())
                .map(Guests.Face::locale)
                .orElse(Locale.SIMPLIFIED_CHINESE);
        String text = MassWords.of(locale).word("off");
        Draft answer = Draft.text(said.conversationId(), "mass-off-" + said.seq(), text);
        try {
            speech.conversations().say(said.orgId(), memberId, answer);
        } catch (Problem problem) {
            // KEY_CONFLICT: it was said before a crash, and his language is another one since.
            if (!problem.is(MessagingProblem.PEER_UNAVAILABLE)
                    && !problem.is(MessagingProblem.NOT_FOUND)
                    && !problem.is(MessagingProblem.KEY_CONFLICT)) {
                throw problem;
            }
        }
    }
}
