package org.qiao.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.PostStore.ColleagueRow;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a company: who they are for others, and how they come in. What administrators change is in MemberChanges. */
@Service
public class Members {

    private final MemberStore store;
    private final MemberViews views;
    private final PostStore posts;
    private final DepartmentStore departments;
    private final Hires hires;
    private final ManageRule manageRule;
    private final ApplicationEventPublisher events;

    Members(
            MemberStore store,
            MemberViews views,
            PostStore posts,
            DepartmentStore departments,
            Hires hires,
            ManageRule manageRule,
            ApplicationEventPublisher events) {
        this.store = store;
        this.views = views;
        this.posts = posts;
        this.departments = departments;
        this.hires = hires;
        this.manageRule = manageRule;
        this.events = events;
    }

    /**
     * Takes a person in; who has left and comes back with the same phone or e-mail gets the old id.
     *
     * @return the member's id; directory.phone_taken, .email_taken, .number_taken or .already_member when taken
     */
    @Transactional
    public long add(long orgId, NewMember person) {
        return addAll(orgId, List.of(person)).getFirst();
    }

    /** All or nothing; the ids are in the order of the people. */
    @Transactional
    public List<Long> addAll(long orgId, List<NewMember> people) {
        List<Long> ids = hires.hire(orgId, people);
        for (int i = 0; i < ids.size(); i++) {
            if (people.get(i).state() == MemberState.ACTIVE) {
                events.publishEvent(new MemberJoined(orgId, ids.get(i)));
            }
        }
        return ids;
    }

    /**
     * Writes the data of people who are principals of the company already and are nobody's former colleagues: for programs that fill
     * a new company. Tells nobody.
     *
     * @param ids in the order of the people
     */
    @Transactional
    public void enrol(long orgId, List<Long> ids, List<NewMember> people) {
        hires.enrol(orgId, ids, people);
    }

    /** The person has signed in: an invited member becomes an active one. Harmless for any other state. */
    @Transactional
    public void activate(long orgId, long memberId) {
        if (store.activate(orgId, memberId)) {
            events.publishEvent(new MemberJoined(orgId, memberId));
        }
    }

    /** Members in any state, also those who have left: their names stay in the history. */
    public MemberView get(Actor actor, long id) {
        return views.of(actor, store.find(actor, id).orElseThrow(DirectoryProblem.NOT_FOUND::problem));
    }

    /**
     * Who may know a customer: not everybody in the company knows all of them. Whoever implements this is asked for customers that
     * somebody's screen names; one that knows him is enough.
     */
    public interface Acquaintance {

        /** Those of the customers whom the actor may know by name. */
        Set<Long> known(Actor actor, Collection<Long> customerIds);
    }

    /**
     * Cards of members in any state, of apps and of customers whom the actor may know, in the order asked for; foreign and unknown
     * ids are left out.
     */
    public List<Card> cards(Actor actor, Collection<Long> ids) {
        return cards(actor.orgId(), ids, others -> views.customers(actor, others));
    }

    /** The same, to be looked up by id. */
    public Map<Long, Card> cardsById(Actor actor, Collection<Long> ids) {
        return byId(cards(actor, ids));
    }

    /** As {@link #cards(Actor, Collection)} for programs that act for nobody, or have checked it: with all customers. */
    public List<Card> cards(long orgId, Collection<Long> ids) {
        return cards(orgId, ids, others -> views.customers(orgId, others));
    }

    public Map<Long, Card> cardsById(long orgId, Collection<Long> ids) {
        return byId(cards(orgId, ids));
    }

    private static Map<Long, Card> byId(List<Card> cards) {
        return cards.stream().collect(Collectors.toMap(Card::id, card -> card));
    }

    private List<Card> cards(long orgId, Collection<Long> ids, Function<Set<Long>, List<Card>> customers) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Card> found = new HashMap<>();
        store.find(orgId, Set.copyOf(ids)).forEach(row -> found.put(row.id(), row.card()));
        Set<Long> others = new HashSet<>(ids);
        others.removeAll(found.keySet());
        if (!others.isEmpty()) {
            views.voices(orgId, others).forEach(voice -> found.put(voice.id(), voice));
            others.removeAll(found.keySet());
        }
        if (!others.isEmpty()) {
            customers.apply(others).forEach(customer -> found.put(customer.id(), customer));
        }
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    long customerAvatar(Actor actor, long id) {
        return views.customerAvatar(actor, id).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
    }

    /** The uploads that members show of themselves; who shows none is left out. The caller has checked who may see them. */
    public Map<Long, Long> avatars(long orgId, Collection<Long> ids) {
        Map<Long, Long> pictures = new HashMap<>();
        if (!ids.isEmpty()) {
            store.find(orgId, Set.copyOf(ids)).forEach(row -> {
                Long file = row.avatarFileId();
                if (file != null) {
                    pictures.put(row.id(), file);
                }
            });
        }
        return pictures;
    }

    /** Those of the ids who are members of the actor's company now: invited or active, not disabled, not gone. */
    public Set<Long> present(Actor actor, Collection<Long> ids) {
        return present(actor.orgId(), ids);
    }

    /** The same for programs that act for nobody. */
    public Set<Long> present(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : new HashSet<>(store.present(orgId, Set.copyOf(ids)));
    }

    /** Present members who came at a moment or later, and when. */
    public Map<Long, Instant> joined(long orgId, Instant since) {
        return store.joined(orgId, since);
    }

    /** Members who take part, page by page in the order of their ids; for programs that serve all of them. */
    public List<Long> active(long orgId, long after, int limit) {
        return store.active(orgId, after, limit);
    }

    /** Where the company reaches its present members outside the product: for modules that send something, never for a screen. */
    public Map<Long, Contact> contacts(long orgId, Collection<Long> ids) {
        Map<Long, Contact> contacts = new HashMap<>();
        if (!ids.isEmpty()) {
            store.find(orgId, Set.copyOf(ids)).stream()
                    .filter(row -> row.state().isPresent())
                    .forEach(row -> contacts.put(
                            row.id(), new Contact(row.data().phone(), row.data().email())));
        }
        return contacts;
    }

    /**
     * What the company knows of a member.
     *
     * @param phone E.164, as +8613800138000
     * @param email lower case
     */
    public record Contact(@Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return "Contact";
        }
    }

    /** Whose numbers these are; for programs only, which must not tell anybody. */
    public Map<String, Long> phoneOwners(long orgId, Collection<String> phones) {
        return phones.isEmpty() ? Map.of() : store.phoneOwners(orgId, phones);
    }

    /** Present members by their staff numbers, exactly as the company wrote them; for programs only. */
    public Map<String, Long> numberOwners(long orgId, Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : store.numberOwners(orgId, numbers);
    }

    /** Refuses unless the actor administers this member: 403 for ordinary members, 404 for foreign and missing ids. */
    public void requireManageable(Actor actor, long id) {
        manageRule.require(actor, id);
    }

    /** A department's people as every colleague sees them: leaders first, then by position, then by name. */
    Page<ColleagueView> colleagues(
            Actor actor, long departmentId, boolean subtree, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        if (departments.tree(actor.orgId()).find(departmentId).isEmpty()) {
            throw DirectoryProblem.NOT_FOUND.problem();
        }
        Page<ColleagueRow> page = Page.cut(
                posts.colleagues(actor.orgId(), departmentId, subtree, ColleagueRow.parse(after), size + 1),
                size,
                ColleagueRow::key);
        Map<Long, Card> cards = new HashMap<>();
        cards(actor, page.items().stream().map(ColleagueRow::id).toList()).forEach(card -> cards.put(card.id(), card));
        return page.map(
                row -> new ColleagueView(Objects.requireNonNull(cards.get(row.id())), row.leader(), row.title()));
    }

    /** A member in the list of a department. */
    record ColleagueView(@JsonUnwrapped Card card, boolean leader, String departmentTitle) {}
}
