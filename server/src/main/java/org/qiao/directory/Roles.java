package org.qiao.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Authorities.Authority;
import org.qiao.directory.MemberStore.NameCursor;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Custom roles: named groups of members. Everybody may read them, full administrators change them. */
@Service
public class Roles {

    private static final int ROLES_MAX = 500;

    private final RoleStore store;
    private final OrgStore orgs;
    private final Members members;
    private final Clock clock;

    Roles(RoleStore store, OrgStore orgs, Members members, Clock clock) {
        this.store = store;
        this.orgs = orgs;
        this.members = members;
        this.clock = clock;
    }

    /**
     * A role.
     *
     * @param group heading under which the role is shown, may be empty
     * @param memberCount invited and active members
     */
    public record RoleView(long id, String name, String group, int memberCount) {}

    /** Body of POST /api/roles and PUT /api/roles/{id}. */
    record RoleRequest(
            @NotBlank @Size(max = 64) String name,
            @Size(max = 64) @Nullable String group) {

        String cleanName() {
            return PlainText.clean(name);
        }

        String cleanGroup() {
            return group == null ? "" : PlainText.clean(group);
        }
    }

    /** Body of PUT /api/roles/{id}/members. Who is in both lists is in the role afterwards. */
    record RoleMembersRequest(
            @Size(max = 500) @Nullable List<@NotNull Long> add,
            @Size(max = 500) @Nullable List<@NotNull Long> remove) {

        Set<Long> added() {
            return add == null ? Set.of() : Set.copyOf(add);
        }

        Set<Long> removed() {
            return remove == null ? Set.of() : Set.copyOf(remove);
        }
    }

    /** By id; a company has at most {@value #ROLES_MAX}. */
    public Page<RoleView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit, Limits.PAGE_MAX, Limits.PAGE_MAX);
        return Page.cut(
                store.list(actor.orgId(), Limits.key(after, 0), size + 1), size, role -> Long.toString(role.id()));
    }

    public RoleView get(Actor actor, long id) {
        return store.find(actor.orgId(), id).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
    }

    /** Present members who have one of the roles, no more than {@code limit}. */
    public Set<Long> memberIds(long orgId, Set<Long> ids, int limit) {
        return ids.isEmpty() ? Set.of() : store.memberIds(orgId, ids, limit);
    }

    /** The roles of one member. */
    public Set<Long> idsOf(long orgId, long memberId) {
        return store.idsOf(orgId, memberId);
    }

    /** Whether each of the ids is a role of the company. */
    public boolean exist(long orgId, Set<Long> ids) {
        return ids.isEmpty() || store.known(orgId, ids) == ids.size();
    }

    /** A role with its first members. */
    @Transactional
    public RoleView create(Actor actor, String name, String group, Set<Long> memberIds) {
        RoleView role = create(actor, new RoleRequest(name, group));
        return changeMembers(actor, role.id(), new RoleMembersRequest(List.copyOf(memberIds), null));
    }

    @Transactional
    RoleView create(Actor actor, RoleRequest input) {
        Authority.requireAdmin(actor);
        orgs.lock(actor.orgId());
        if (store.count(actor.orgId()) >= ROLES_MAX) {
            throw DirectoryProblem.TOO_MANY_ROLES.problem("max", ROLES_MAX);
        }
        try {
            return get(actor, store.insert(actor.orgId(), name(input), input.cleanGroup(), clock.instant()));
        } catch (DuplicateKeyException taken) {
            throw DirectoryProblem.NAME_TAKEN.problem();
        }
    }

    @Transactional
    RoleView change(Actor actor, long id, RoleRequest input) {
        Authority.requireAdmin(actor);
        RoleView before = get(actor, id);
        try {
            store.update(actor.orgId(), new RoleView(id, name(input), input.cleanGroup(), before.memberCount()));
        } catch (DuplicateKeyException taken) {
            throw DirectoryProblem.NAME_TAKEN.problem();
        }
        return get(actor, id);
    }

    @Transactional
    void delete(Actor actor, long id) {
        Authority.requireAdmin(actor);
        RoleView role = get(actor, id);
        store.delete(actor.orgId(), role.id());
    }

    @Transactional
    RoleView changeMembers(Actor actor, long id, RoleMembersRequest input) {
        Authority.requireAdmin(actor);
        RoleView role = get(actor, id);
        if (!members.present(actor, input.added()).containsAll(input.added())) {
            throw DirectoryProblem.UNKNOWN_MEMBER.problem();
        }
        store.remove(actor.orgId(), role.id(), input.removed());
        store.add(actor.orgId(), role.id(), input.added());
        return get(actor, id);
    }

    /** Present members in the order of their names. */
    public Page<Card> members(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        RoleView role = get(actor, id);
        int size = Limits.page(limit);
        Page<MemberRow> page = Page.cut(
                store.members(actor.orgId(), role.id(), NameCursor.parse(after), size + 1), size, NameCursor::of);
        return page.map(MemberRow::card);
    }

    private static String name(RoleRequest input) {
        String name = input.cleanName();
        if (name.isEmpty()) {
            throw DirectoryProblem.BAD_NAME.problem();
        }
        return name;
    }
}
