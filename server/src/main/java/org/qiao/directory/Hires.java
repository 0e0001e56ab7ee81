package org.qiao.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Accounts.Contact;
import org.qiao.directory.HireStore.Hire;
import org.qiao.naming.NameIndex;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Takes people in, one or thousands in one transaction. Who has left and comes back gets his old row, id and history. */
@Service
class Hires {

    static final int POSTS_MAX = 100;

    private final HireStore store;
    private final MemberStore members;
    private final DepartmentStore departments;
    private final NameIndex index;
    private final OrgStore orgs;
    private final Identities identities;
    private final Clock clock;

    Hires(
            HireStore store,
            MemberStore members,
            DepartmentStore departments,
            NameIndex index,
            OrgStore orgs,
            Identities identities,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.departments = departments;
        this.index = index;
        this.orgs = orgs;
        this.identities = identities;
        this.clock = clock;
    }

    /** In the caller's transaction. The ids are in the order of the people. */
    List<Long> hire(long orgId, List<NewMember> people) {
        DepartmentTree tree = departments.tree(orgId);
        Locale locale = locale(orgId);
        List<MemberData> data = people.stream().map(MemberData::of).toList();
        List<Hire> fresh = new ArrayList<>();
        List<Long> ids = new ArrayList<>(people.size());
        try {
            Map<Contact, Long> strangers = people.size() > 1 ? strangers(orgId, data, locale) : Map.of();
            for (int i = 0; i < people.size(); i++) {
                NewMember person = people.get(i);
                Long stranger = strangers.get(contact(data.get(i)));
                Row row = stranger == null ? row(orgId, person, data.get(i), locale) : new Row(stranger, false, null);
                Hire hire = new Hire(row.id(), data.get(i), person.state(), posts(tree, person.posts()));
                if (row.former()) {
                    comeBack(orgId, hire, row.accountId());
                } else {
                    fresh.add(hire);
                }
                ids.add(row.id());
            }
            write(orgId, fresh);
        } catch (DuplicateKeyException taken) {
            throw problem(taken);
        }
        return ids;
    }

    /** In the caller's transaction. */
    void enrol(long orgId, List<Long> ids, List<NewMember> people) {
        DepartmentTree tree = departments.tree(orgId);
        List<Hire> fresh = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            NewMember person = people.get(i);
            fresh.add(new Hire(ids.get(i), MemberData.of(person), person.state(), posts(tree, person.posts())));
        }
        try {
            write(orgId, fresh);
        } catch (DuplicateKeyException taken) {
            throw problem(taken);
        }
    }

    void rewrite(long orgId, MemberRow before, NewMember person) {
        rewrite(orgId, before, person, departments.tree(orgId));
    }

    /** Gives one member new properties and places. The login follows the phone only until the person has claimed it. */
    void rewrite(long orgId, MemberRow before, NewMember person, DepartmentTree tree) {
        MemberData data = MemberData.of(person);
        List<Post> places = posts(tree, person.posts());
        try {
            members.update(orgId, before.id(), data);
        } catch (DuplicateKeyException taken) {
            throw problem(taken);
        }
        boolean moved = !Objects.equals(data.phone(), before.data().phone())
                || !Objects.equals(data.email(), before.data().email());
        if (moved && !identities.isClaimed(orgId, before.id())) {
            identities.link(orgId, before.id(), identities.account(data.phone(), data.email(), locale(orgId)));
        }
        index.replace(orgId, List.of(data.named(before.id(), before.state())));
        store.replacePosts(orgId, new Hire(before.id(), data, before.state(), places));
    }

    /** Back at the root department, with what is known of him. */
    void comeBack(long orgId, MemberRow former) {
        List<Post> places = posts(departments.tree(orgId), List.of());
        Hire hire = new Hire(former.id(), former.data(), MemberState.ACTIVE, places);
        try {
            comeBack(orgId, hire, account(orgId, former));
        } catch (DuplicateKeyException taken) {
            throw problem(taken);
        }
    }

    /** Null keeps the account that the person has claimed, whatever the company has written down since. */
    private @Nullable Long account(long orgId, MemberRow former) {
        return identities.isClaimed(orgId, former.id())
                ? null
                : identities.account(former.data().phone(), former.data().email(), locale(orgId));
    }

    private Locale locale(long orgId) {
        return Locale.forLanguageTag(orgs.find(orgId)
                .orElseThrow(DirectoryProblem.NOT_FOUND::problem)
                .locale());
    }

    /** Principals of those whom no account and no former colleague resembles, in a few statements; most of an import are such people. */
    private Map<Contact, Long> strangers(long orgId, List<MemberData> people, Locale locale) {
        List<Contact> contacts = people.stream().map(Hires::contact).toList();
        Set<String> left =
                store.leftWith(orgId, contacts.stream().flatMap(Contact::logins).toList());
        List<Contact> newcomers = contacts.stream()
                .filter(contact -> contact.logins().noneMatch(left::contains))
                .toList();
        return identities.createStrangers(orgId, newcomers, locale);
    }

    private static Contact contact(MemberData data) {
        return new Contact(data.phone(), data.email());
    }

    /** Whose row a person gets: his own of before, or a new one. */
    private record Row(long id, boolean former, @Nullable Long accountId) {}

    private Row row(long orgId, NewMember person, MemberData data, Locale locale) {
        Long accountId = identities.account(data.phone(), data.email(), locale);
        Optional<Long> former = former(orgId, person, data, accountId);
        return new Row(former.orElseGet(() -> identities.create(orgId, accountId)), former.isPresent(), accountId);
    }

    private Optional<Long> former(long orgId, NewMember person, MemberData data, @Nullable Long accountId) {
        Optional<Long> holder = identities.holder(orgId, accountId);
        if (holder.isPresent()) {
            boolean left = members.find(orgId, List.of(holder.get())).stream()
                    .allMatch(row -> row.state() == MemberState.LEFT);
            if (!left) {
                throw DirectoryProblem.ALREADY_MEMBER.problem();
            }
            return holder;
        }
        return person.isAtTheDoor() ? Optional.empty() : store.findLeft(orgId, data.phone(), data.email());
    }

    private void comeBack(long orgId, Hire hire, @Nullable Long accountId) {
        identities.link(orgId, hire.id(), accountId);
        identities.setEnabled(orgId, hire.id(), true);
        members.setState(orgId, hire.id(), hire.state(), null);
        members.update(orgId, hire.id(), hire.data());
        store.replacePosts(orgId, hire);
        index.replace(orgId, List.of(hire.data().named(hire.id(), hire.state())));
    }

    private void write(long orgId, Collection<Hire> hires) {
        if (hires.isEmpty()) {
            return;
        }
        store.insertMembers(orgId, hires, clock.instant());
        store.insertPosts(orgId, hires);
        index.replace(
                orgId,
                hires.stream()
                        .map(hire -> hire.data().named(hire.id(), hire.state()))
                        .toList());
    }

    /** Every department once, exactly one of them the main one; nowhere means the root. */
    static List<Post> posts(DepartmentTree tree, List<Post> wanted) {
        if (wanted.size() > POSTS_MAX) {
            throw DirectoryProblem.TOO_MANY_DEPARTMENTS.problem("max", POSTS_MAX);
        }
        Map<Long, Post> posts = new LinkedHashMap<>();
        wanted.forEach(post -> posts.putIfAbsent(post.id(), post));
        if (!tree.containsAll(posts.keySet())) {
            throw DirectoryProblem.UNKNOWN_DEPARTMENT.problem();
        }
        if (posts.isEmpty()) {
            long root = tree.root().id();
            return List.of(new Post(root, null, false, true));
        }
        long main = posts.values().stream()
                .filter(Post::main)
                .findFirst()
                .orElse(posts.values().iterator().next())
                .id();
        return posts.values().stream()
                .map(post -> new Post(post.id(), post.titleOrEmpty(), post.leader(), post.id() == main))
                .toList();
    }

    /** Two administrators adding the same person at once meet in the database. */
    static RuntimeException problem(DuplicateKeyException taken) {
        String message = String.valueOf(taken.getMessage());
        if (message.contains("directory_member_phone_idx")) {
            return DirectoryProblem.PHONE_TAKEN.problem();
        }
        if (message.contains("directory_member_email_idx")) {
            return DirectoryProblem.EMAIL_TAKEN.problem();
        }
        if (message.contains("directory_member_number_idx")) {
            return DirectoryProblem.NUMBER_TAKEN.problem();
        }
        return taken;
    }
}
