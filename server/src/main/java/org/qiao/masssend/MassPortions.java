package org.qiao.masssend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.directory.Members;
import org.qiao.masssend.MassMessages.Kept;
import org.qiao.masssend.MassRule.Facts;
import org.qiao.masssend.QuotaStore.Cap;
import org.qiao.masssend.RecipientStore.Decision;
import org.qiao.masssend.RecipientStore.Outcome;
import org.qiao.masssend.RecipientStore.Quota;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.masssend.ShareStore.Share;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a portion out of what is due and writes down what came of it: two short transactions, between which it is said. Who is taken is
 * counted against his caps in the same transaction, once; a portion that nobody brought back is taken again after a while.
 */
@Component
class MassPortions {

    /** Nobody needs so long for a portion. */
    static final Duration LOST = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Kept kept;
    private final MassRules rules;
    private final People people;
    private final Clock clock;

    MassPortions(Kept kept, MassRules rules, People people, Clock clock) {
        this.kept = kept;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    /** What other modules know. */
    @Component
    record People(Customers customers, CustomerRelations relations, Members members) {}

    /**
     * What is to be said now.
     *
     * @param listeners recipients with the relation by which they are reached
     */
    record Portion(Mass mass, Share share, Map<Recipient, CustomerRelation> listeners) {}

    /**
     * @param most recipients
     * @param messages that may be said to them together
     * @return empty: nothing is due
     */
    @Transactional
    public Optional<Portion> take(int most, int messages) {
        Instant now = clock.instant();
        Optional<Share> due = kept.shares().next(now);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Share share = due.get();
        Mass mass = kept.masses().find(share.orgId(), share.massId()).orElseThrow();
        int size = Math.clamp(messages / mass.content().messages(), 1, most);
        List<Recipient> taken = kept.recipients().take(share, now.minus(LOST), size);
        if (taken.isEmpty()) {
            boolean done = !kept.recipients().underWay(share);
            kept.shares()
                    .turn(share, done ? ShareState.DONE : ShareState.CONFIRMED, done ? now : now.plus(LOOK_AGAIN), 0);
            return Optional.of(new Portion(mass, share, Map.of()));
        }
        return Optional.of(decide(mass, share, taken));
    }

    private Portion decide(Mass mass, Share share, List<Recipient> taken) {
        Known known = known(share, taken);
        Map<Recipient, CustomerRelation> listeners = new LinkedHashMap<>();
        Map<Recipient, MassResult> fates = new LinkedHashMap<>();
        List<Long> again = new ArrayList<>();
        Set<Long> reached = new HashSet<>();
        for (Recipient recipient : taken) {
            CustomerRelation relation = known.relations().get(recipient.relationId());
            if (recipient.result() == MassResult.SENDING
                    && relation != null) { // perhaps it was said, so it is said again
                again.add(recipient.id());
                listeners.put(recipient, relation);
            } else {
                MassResult fate = known.fate(share, relation);
                if (fate != MassResult.SENDING || relation == null || reached.add(relation.customerId())) {
                    fates.put(recipient, fate);
                } // else two contacts became one meanwhile: the next portion counts him again
            }
        }
        if (!again.isEmpty()) {
            kept.recipients().claimAgain(share.orgId(), again, clock.instant());
        }
        write(mass, share, new Fates(fates, known), listeners);
        return new Portion(mass, share, listeners);
    }

    private record Fates(Map<Recipient, MassResult> fates, Known known) {

        CustomerRelation relation(Recipient recipient) {
            return Objects.requireNonNull(known.relations().get(recipient.relationId()));
        }
    }

    private void write(Mass mass, Share share, Fates decided, Map<Recipient, CustomerRelation> listeners) {
        Instant now = clock.instant();
        Cap cap = new Cap(
                share.orgId(),
                mass.kind(),
                mass.kind().period(rules.today(share.orgId())),
                rules.settings(share.orgId()).most(mass.kind()));
        List<Long> wanted = decided.fates().entrySet().stream()
                .filter(entry -> entry.getValue() == MassResult.SENDING)
                .map(entry -> decided.relation(entry.getKey()).customerId())
                .toList();
        Set<Long> allowed = wanted.isEmpty() ? Set.of() : kept.quotas().take(cap, wanted);
        List<Decision> decisions = new ArrayList<>();
        int leftOut = 0;
        for (Map.Entry<Recipient, MassResult> entry : decided.fates().entrySet()) {
            Recipient recipient = entry.getKey();
            Decision decision = decision(decided, recipient, entry.getValue(), allowed);
            decisions.add(decision);
            if (decision.result() == MassResult.SENDING) {
                listeners.put(named(recipient, decision, cap), decided.relation(recipient));
            } else {
                leftOut++;
            }
        }
        if (!decisions.isEmpty()) {
            kept.recipients().decide(share.orgId(), decisions, cap.period(), now);
        }
        kept.shares().turn(share, ShareState.CONFIRMED, now, leftOut);
    }

    private static Decision decision(Fates decided, Recipient recipient, MassResult fate, Set<Long> allowed) {
        if (fate != MassResult.SENDING) {
            return new Decision(recipient.id(), fate, "", 0);
        }
        long customer = decided.relation(recipient).customerId();
        return allowed.contains(customer)
                ? new Decision(
                        recipient.id(), MassResult.SENDING, decided.known().name(customer), customer)
                : new Decision(recipient.id(), MassResult.CAPPED, "", 0);
    }

    private static Recipient named(Recipient r, Decision decision, Cap cap) {
        return new Recipient(
                r.id(),
                r.memberId(),
                r.relationId(),
                r.customerId(),
                MassResult.SENDING,
                decision.name(),
                new Quota(decision.quotaId(), cap.period()),
                null,
                null,
                List.of(),
                null,
                null);
    }

    /** What is known of everybody in a portion. */
    private record Known(
            Map<Long, CustomerRelation> relations,
            Map<Long, Customer> customers,
            Set<Long> optedOut,
            boolean senderThere) {

        MassResult fate(Share share, @Nullable CustomerRelation relation) {
            return MassRule.fate(new Facts(
                    share.memberId(),
                    senderThere,
                    relation,
                    relation == null ? null : customers.get(relation.customerId()),
                    relation != null && optedOut.contains(relation.customerId())));
        }

        String name(long customerId) {
            return Objects.requireNonNull(customers.get(customerId)).name();
        }
    }

    private Known known(Share share, List<Recipient> taken) {
        long orgId = share.orgId();
        Map<Long, CustomerRelation> relations =
                people
                        .relations()
                        .findAll(
                                orgId, taken.stream().map(Recipient::relationId).toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerRelation::id, Function.identity()));
        List<Long> ids = relations.values().stream()
                .map(CustomerRelation::customerId)
                .distinct()
                .toList();
        Map<Long, Customer> customers = people.customers().findAll(orgId, ids).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        return new Known(
                relations,
                customers,
                kept.optOuts().among(orgId, ids),
                !people.members().present(orgId, Set.of(share.memberId())).isEmpty());
    }

    /** Whoever could not be reached gets his count back. */
    @Transactional
    public void finish(Portion portion, List<Outcome> outcomes) {
        Set<Long> fresh = kept.recipients().finish(portion.share().orgId(), outcomes, clock.instant());
        List<Quota> back = new ArrayList<>();
        Map<Boolean, Integer> counts = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (fresh.contains(outcome.recipient().id())) {
                boolean sent = outcome.result() == MassResult.SENT;
                counts.merge(sent, 1, Integer::sum);
                Quota quota = outcome.recipient().quota();
                if (!sent && quota != null) {
                    back.add(quota);
                }
            }
        }
        if (!back.isEmpty()) {
            kept.quotas().giveBack(portion.share().orgId(), portion.mass().kind(), back);
        }
        if (!counts.isEmpty()) {
            kept.shares().count(portion.share(), counts.getOrDefault(true, 0), counts.getOrDefault(false, 0));
        }
    }
}
