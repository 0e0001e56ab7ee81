package org.qiao.visit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.contactway.Arrivals;
import org.qiao.contactway.BusinessCards;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.contactway.VisitCard;
import org.qiao.contactway.Wait;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerLevel;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** What customers see: only what is theirs. */
@Component
class VisitViews {

    private static final int THREADS_MAX = 200;
    private static final int RELATIONS_MAX = 500;

    private final Customers customers;
    private final CustomerRelations relations;
    private final Company company;
    private final Arrivals arrivals;
    private final ContactWays ways;
    private final BusinessCards cards;

    VisitViews(
            Customers customers,
            CustomerRelations relations,
            Company company,
            Arrivals arrivals,
            ContactWays ways,
            BusinessCards cards) {
        this.customers = customers;
        this.relations = relations;
        this.company = company;
        this.arrivals = arrivals;
        this.ways = ways;
        this.cards = cards;
    }

    /** What is the same for all customers of a company. */
    @Component
    record Company(CustomerRules rules, Members members, Guests guests) {}

    record VisitCompany(String name, boolean verified) {

        static VisitCompany of(CustomerRules.Badge badge) {
            return new VisitCompany(badge.name(), badge.verified());
        }
    }

    record VisitNotice(int version, String text) {

        static VisitNotice of(CustomerRules.Notice notice) {
            return new VisitNotice(notice.version(), notice.text());
        }
    }

    /**
     * A thread with whoever serves.
     *
     * @param open false: one side has closed it
     * @param served false: whoever served has gone, and nobody has taken over yet
     * @param people everybody who serves or served in it, for the names in what was said
     */
    record VisitThread(
            long relationId,
            long conversationId,
            VisitCard person,
            boolean open,
            boolean served,
            Instant since,
            List<VisitPerson> people) {}

    record VisitPerson(long id, String name) {}

    record VisitWait(long id, String wayCode, String title, Wait.Reason reason, Instant since) {}

    /**
     * Himself; addresses are masked.
     *
     * @param ids under which his entries stand: contacts that turned out to be his keep what they said
     */
    record VisitMe(
            long id,
            List<Long> ids,
            long orgId,
            String name,
            CustomerLevel level,
            @Nullable String email,
            @Nullable String phone,
            VisitCompany company,
            boolean replyByEmail,
            VisitNotice notice,
            @Nullable Integer consent,
            List<VisitThread> threads,
            List<VisitWait> waits) {}

    /** A code before anything; {@code person} is null when there are several, {@code title} is theirs. */
    record VisitWayView(
            String code,
            long orgId,
            VisitCompany company,
            String title,
            @Nullable VisitCard person,
            List<String> needs,
            boolean accepting,
            boolean direct,
            VisitNotice notice,
            @Nullable VisitThread known) {}

    VisitWayView way(ContactWay way, @Nullable Long guestId, Locale locale) {
        Long only = way.only();
        VisitCard person = only == null
                ? null
                : cards.cards(way.orgId(), List.of(only)).stream().findFirst().orElse(null);
        List<String> needs = way.needs().isEmpty() && person != null ? person.needs() : way.needs();
        CustomerRules.Greeting greeting = company.rules().greeting(way.orgId(), locale);
        return new VisitWayView(
                way.code(),
                way.orgId(),
                VisitCompany.of(greeting.badge()),
                way.title(),
                person,
                needs,
                ways.isServed(way),
                way.isDirect(),
                VisitNotice.of(greeting.notice()),
                guestId == null ? null : known(way, guestId).orElse(null));
    }

    private Optional<VisitThread> known(ContactWay way, long guestId) {
        return arrivals.known(way, guestId)
                .map(Arrivals.Arrived::relation)
                .filter(relation -> relation != null && relation.conversationId() != null)
                .map(this::thread);
    }

    VisitMe me(long orgId, long customerId) {
        Customer customer = customers.current(orgId, customerId);
        Actor actor = company.guests().actor(orgId, customer.id());
        List<CustomerKey> keys = customers.keys(orgId, customer.id());
        List<Long> family = customers.family(orgId, customer.id());
        CustomerRules.Greeting greeting = company.rules().greeting(orgId, actor.locale());
        return new VisitMe(
                customer.id(),
                family,
                orgId,
                customer.name(),
                customer.level(),
                masked(keys, CustomerKey.Kind.EMAIL),
                masked(keys, CustomerKey.Kind.PHONE),
                VisitCompany.of(greeting.badge()),
                customer.replyByEmail(),
                VisitNotice.of(greeting.notice()),
                customer.consentVersion(),
                threads(orgId, relations.ofCustomer(orgId, customer.id(), RELATIONS_MAX)),
                waits(orgId, arrivals.waitsOf(orgId, family)));
    }

    private static @Nullable String masked(List<CustomerKey> keys, CustomerKey.Kind kind) {
        return CustomerKey.last(keys, kind).map(CustomerKey::masked).orElse(null);
    }

    private List<VisitWait> waits(long orgId, List<Wait> waiting) {
        Map<Long, ContactWay> codes =
                ways.findAll(orgId, waiting.stream().map(Wait::wayId).distinct().toList()).stream()
                        .collect(Collectors.toMap(ContactWay::id, way -> way));
        return waiting.stream().map(wait -> wait(wait, codes)).toList();
    }

    private static VisitWait wait(Wait wait, Map<Long, ContactWay> codes) {
        ContactWay way = Objects.requireNonNull(codes.get(wait.wayId()));
        return new VisitWait(wait.id(), way.code(), way.title(), wait.reason(), wait.since());
    }

    VisitWait wait(Wait wait) {
        return waits(wait.orgId(), List.of(wait)).getFirst();
    }

    /** Each thread once, as its newest relation; relations whose thread is not made yet are left out. */
    private List<VisitThread> threads(long orgId, List<CustomerRelation> some) {
        Map<Long, CustomerRelation> byThread = new LinkedHashMap<>();
        for (CustomerRelation relation : some) {
            Long conversation = relation.conversationId();
            if (conversation != null) {
                byThread.merge(
                        conversation, relation, (newer, older) -> older.isOpen() && !newer.isOpen() ? older : newer);
            }
        }
        Staff staff = staff(
                orgId,
                some.stream()
                        .filter(relation -> relation.conversationId() != null)
                        .toList());
        return byThread.values().stream().limit(THREADS_MAX).map(staff::thread).toList();
    }

    /** Needs the relation's thread to be made. */
    private VisitThread thread(CustomerRelation relation) {
        long conversation = Objects.requireNonNull(relation.conversationId());
        List<CustomerRelation> all = relations.ofConversations(relation.orgId(), List.of(conversation));
        return staff(relation.orgId(), all.reversed()).thread(relation);
    }

    private Staff staff(long orgId, List<CustomerRelation> serving) {
        List<Long> people =
                serving.stream().map(CustomerRelation::memberId).distinct().toList();
        Map<Long, VisitCard> faces =
                cards.cards(orgId, people).stream().collect(Collectors.toMap(VisitCard::id, card -> card));
        return new Staff(serving, faces, company.members().present(orgId, people));
    }

    /**
     * Those who serve in some threads, or served.
     *
     * @param serving by which relations, the newest first
     * @param present who is still there
     */
    private record Staff(List<CustomerRelation> serving, Map<Long, VisitCard> faces, Set<Long> present) {

        VisitThread thread(CustomerRelation relation) {
            long conversation = Objects.requireNonNull(relation.conversationId());
            return new VisitThread(
                    relation.id(),
                    conversation,
                    Objects.requireNonNull(faces.get(relation.memberId())),
                    relation.isOpen(),
                    present.contains(relation.memberId()),
                    relation.openedAt(),
                    people(conversation));
        }

        private List<VisitPerson> people(long conversation) {
            return serving.stream()
                    .filter(relation -> Objects.equals(relation.conversationId(), conversation))
                    .map(CustomerRelation::memberId)
                    .distinct()
                    .map(faces::get)
                    .filter(Objects::nonNull)
                    .map(card -> new VisitPerson(card.id(), card.name()))
                    .toList();
        }
    }

    /** One thread of the guest; refused like a missing one when it is not his. */
    VisitThread thread(long orgId, long customerId, long relationId) {
        return relations
                .find(orgId, relationId)
                .filter(relation -> relation.customerId() == customerId && relation.conversationId() != null)
                .map(this::thread)
                .orElseThrow(VisitProblem.NOT_FOUND::problem);
    }
}
