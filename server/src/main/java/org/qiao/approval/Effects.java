package org.qiao.approval;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.approval.EventStore.Stored;
import org.qiao.card.Cards;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.flow.Limit;
import org.qiao.platform.FaultPoints;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells people in chat what happened: a card to whoever is asked, the result to the applicant, a copy to whoever is told. Comes after
 * the commit and may come twice; the key of each card is the number of its event, so nobody hears anything twice.
 */
@Component
class Effects {

    private final ApprovalStore store;
    private final EventStore events;
    private final Cards cards;
    private final Members members;
    private final Orgs orgs;

    Effects(ApprovalStore store, EventStore events, Cards cards, Members members, Orgs orgs) {
        this.store = store;
        this.events = events;
        this.cards = cards;
        this.members = members;
        this.orgs = orgs;
    }

    @ApplicationModuleListener
    void on(ApprovalMoved moved) {
        FaultPoints.reached("approval.moved");
        Approval run = store.find(moved.orgId(), moved.approvalId()).orElseThrow();
        List<Stored> all = events.load(moved.orgId(), run.id(), 0);
        FlowState state = FlowState.of(all.stream().map(Stored::event).toList());
        Teller teller = new Teller(run);
        for (Stored stored : all) {
            if (stored.no() > moved.after() && stored.no() <= moved.version()) {
                tell(teller, state, stored);
            }
        }
        cards.changed(run.orgId(), Approval.TOPIC, run.id());
    }

    private void tell(Teller teller, FlowState state, Stored stored) {
        switch (stored.event()) {
            case FlowEvent.TaskOpened opened when !opened.queued() -> teller.ask(state, stored, opened.task());
            case FlowEvent.TaskActivated activated -> teller.ask(state, stored, activated.task());
            case FlowEvent.LimitReached limit
            when limit.then() == Limit.Then.REMIND -> teller.again(state, stored, limit.task());
            case FlowEvent.CcGiven given -> teller.say(stored, "told", given.people());
            case FlowEvent.Returned returned
            when returned.node() == null -> teller.say(stored, "returned", Set.of(state.applicant()));
            case FlowEvent.Ended _ -> teller.ended(state, stored);
            default -> {} // nothing that anybody is told
        }
    }

    /** Says things about one run. */
    private final class Teller {

        private final Approval run;
        private final CardWords words;
        private final String applicant;

        Teller(Approval run) {
            this.run = run;
            this.words =
                    CardWords.of(Locale.forLanguageTag(orgs.get(run.orgId()).locale()));
            this.applicant = members.cards(run.orgId(), Set.of(run.applicantId())).stream()
                    .findFirst()
                    .map(Card::name)
                    .orElse("");
        }

        /** Whoever has answered meanwhile is not asked any more. */
        void ask(FlowState state, Stored stored, int task) {
            if (state.task(task).status() == FlowState.TaskStatus.OPEN) {
                say(stored, "task", Set.of(state.task(task).assignee()));
            }
        }

        void again(FlowState state, Stored stored, int task) {
            if (state.task(task).status() == FlowState.TaskStatus.OPEN) {
                say(stored, "again", Set.of(state.task(task).assignee()));
            }
        }

        void ended(FlowState state, Stored stored) {
            switch (state.status()) {
                case AGREED -> say(stored, "agreed", Set.of(state.applicant()));
                case REFUSED -> say(stored, "refused", Set.of(state.applicant()));
                case REVOKED -> say(stored, "revoked", waited(state));
                case DRAFT, RUNNING, RETURNED -> throw new IllegalStateException("Ended, and is " + state.status());
            }
        }

        /** Those whose task the end closed unanswered. */
        private Collection<Long> waited(FlowState state) {
            return state.tasks().stream()
                    .filter(task ->
                            task.status() == FlowState.TaskStatus.CANCELLED && task.why() == FlowState.Why.REVOKED)
                    .map(FlowState.Task::assignee)
                    .toList();
        }

        void say(Stored stored, String key, Collection<Long> people) {
            if (!people.isEmpty()) {
                String title = words.title(key, applicant, run.title());
                cards.tell(
                        run.orgId(),
                        Approval.TOPIC,
                        people,
                        Outreach.card(run, title),
                        "approval-" + run.id() + "-" + stored.no());
                FaultPoints.reached("approval.told");
            }
        }
    }
}
