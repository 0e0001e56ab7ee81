package org.qiao.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qiao.account.Guests;
import org.qiao.directory.MemberView.PostView;
import org.qiao.directory.MemberView.RoleRef;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Puts members together with their departments, rights and roles, without what the asking person may not see. */
@Service
class MemberViews {

    private final DepartmentStore departments;
    private final PostStore posts;
    private final RoleStore roles;
    private final OrgStore orgs;
    private final Identities identities;
    private final ObjectProvider<Members.Acquaintance> acquaintances;

    MemberViews(
            DepartmentStore departments,
            PostStore posts,
            RoleStore roles,
            OrgStore orgs,
            Identities identities,
            ObjectProvider<Members.Acquaintance> acquaintances) {
        this.departments = departments;
        this.posts = posts;
        this.roles = roles;
        this.orgs = orgs;
        this.identities = identities;
        this.acquaintances = acquaintances; // asked late: they depend on this module
    }

    MemberView of(Actor actor, MemberRow row) {
        return of(actor, List.of(row)).getFirst();
    }

    List<Card> voices(long orgId, Collection<Long> ids) {
        return identities.voices(orgId, ids);
    }

    List<Card> customers(long orgId, Collection<Long> ids) {
        return identities.customers(orgId, ids).values().stream()
                .map(Card::customer)
                .toList();
    }

    /** Those of the ids that are customers whom the actor may know. */
    List<Card> customers(Actor actor, Collection<Long> ids) {
        return faces(actor, ids).map(Card::customer).toList();
    }

    /** The picture of a customer whom the actor may know. */
    Optional<Long> customerAvatar(Actor actor, long id) {
        return faces(actor, Set.of(id)).findFirst().map(Guests.Face::avatarId);
    }

    private Stream<Guests.Face> faces(Actor actor, Collection<Long> ids) {
        Map<Long, Guests.Face> found = identities.customers(actor.orgId(), ids);
        if (found.isEmpty()) {
            return Stream.empty();
        }
        Set<Long> known = new HashSet<>();
        acquaintances.forEach(each -> known.addAll(each.known(actor, found.keySet())));
        return found.values().stream().filter(face -> known.contains(face.id()));
    }

    /** A fixed number of statements whatever the number of members. */
    List<MemberView> of(Actor actor, List<MemberRow> rows) {
        long orgId = actor.orgId();
        List<Long> ids = rows.stream().map(MemberRow::id).toList();
        Map<Long, List<PostView>> postsOf = postsOf(orgId, ids);
        Map<Long, List<RoleRef>> rolesOf = roles.rolesOf(orgId, ids);
        Map<Long, Set<Grant>> grantsOf = identities.grants(orgId, ids);
        boolean open = orgs.find(orgId)
                .map(OrgView::settings)
                .orElse(OrgSettings.STANDARD)
                .contactsVisible();
        return rows.stream()
                .map(row -> {
                    boolean contacts = actor.mayAdminister()
                            || row.id() == actor.principalId()
                            || (open && row.state().isPresent());
                    return new MemberView(
                            row.card(),
                            row.data().number(),
                            contacts ? row.data().phone() : null,
                            contacts ? row.data().email() : null,
                            row.data().workPlace(),
                            postsOf.getOrDefault(row.id(), List.of()),
                            grantsOf.getOrDefault(row.id(), Set.of()),
                            rolesOf.getOrDefault(row.id(), List.of()),
                            row.createdAt(),
                            row.leftAt());
                })
                .toList();
    }

    private Map<Long, List<PostView>> postsOf(long orgId, List<Long> ids) {
        DepartmentTree tree = departments.tree(orgId);
        Map<Long, List<PostView>> byMember = new HashMap<>();
        for (PostStore.PostRow row : posts.find(orgId, ids)) {
            Post post = row.post();
            tree.find(post.id())
                    .map(department -> new PostView(
                            post.id(),
                            department.name(),
                            tree.path(post.id()),
                            post.titleOrEmpty(),
                            post.leader(),
                            post.main()))
                    .ifPresent(view -> byMember.computeIfAbsent(row.memberId(), id -> new ArrayList<>())
                            .add(view));
        }
        byMember.values()
                .forEach(
                        views -> views.sort(Comparator.comparing(PostView::main).reversed()));
        return byMember;
    }
}
