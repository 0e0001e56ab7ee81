package org.qiao.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Authorities.Authority;
import org.qiao.directory.DepartmentTree.Department;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree of departments. Whoever changes its shape first takes the company's row lock, so two changes never see half of each
 * other and never wait in a circle.
 */
@Service
public class Departments {

    private static final int PAGE_DEFAULT = 1_000;
    private static final int PAGE_MAX = 1_000;
    /** Room between brothers, so that one can be put between two others. */
    private static final int POSITION_STEP = 100;
    /** Departments of an import go behind those that were put in order by hand. */
    private static final int NEW_PATHS = 10_000_000;

    private final DepartmentStore store;
    private final OrgStore orgs;
    private final Authorities authorities;
    private final Members members;

    Departments(DepartmentStore store, OrgStore orgs, Authorities authorities, Members members) {
        this.store = store;
        this.orgs = orgs;
        this.authorities = authorities;
        this.members = members;
    }

    /** The department everything else is below; it carries the company's name. */
    public long root(long orgId) {
        return store.rootId(orgId);
    }

    /** The departments and everything below them; those that are none are left out. */
    public Set<Long> below(long orgId, Collection<Long> ids) {
        return store.tree(orgId).subtrees(ids);
    }

    public boolean exists(long orgId, long id) {
        return store.tree(orgId).find(id).isPresent();
    }

    /** Names of some departments of the company; ids that are none are left out. */
    public Map<Long, String> names(long orgId, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        DepartmentTree tree = store.tree(orgId);
        Map<Long, String> names = new HashMap<>();
        ids.forEach(id -> tree.find(id).ifPresent(department -> names.put(id, department.name())));
        return names;
    }

    /**
     * Present members of the departments and of everything below them; those of a department that is none are nobody.
     *
     * @param limit no more than these
     */
    public Set<Long> memberIds(long orgId, Collection<Long> ids, int limit) {
        return ids.isEmpty()
                ? Set.of()
                : store.memberIds(orgId, store.tree(orgId).subtrees(ids), limit);
    }

    /** The main department of each member; who has none is left out. */
    public Map<Long, Long> mains(long orgId, Collection<Long> memberIds) {
        return memberIds.isEmpty() ? Map.of() : store.mains(orgId, memberIds);
    }

    /**
     * Who leads each of the members: the head of the main department, else a leader in it, else the same one level higher. Nobody
     * leads himself; who has nobody above is left out.
     */
    public Map<Long, Long> managers(long orgId, Collection<Long> memberIds) {
        Map<Long, Long> mains = mains(orgId, memberIds);
        if (mains.isEmpty()) {
            return Map.of();
        }
        DepartmentTree tree = store.tree(orgId);
        Map<Long, List<Long>> leaders = store.leaders(orgId);
        Map<Long, Long> managers = new HashMap<>();
        mains.forEach(
                (member, main) -> tree.managerOf(member, main, leaders).ifPresent(id -> managers.put(member, id)));
        return managers;
    }

    /** The departments a member is in, with everything above them. */
    public Set<Long> around(long orgId, long memberId) {
        Set<Long> found = new HashSet<>();
        DepartmentTree tree = store.tree(orgId);
        for (Long each : store.ofMember(orgId, memberId)) {
            Optional<Department> at = tree.find(each);
            while (at.isPresent() && found.add(at.get().id())) {
                Long parent = at.get().parentId();
                at = parent == null ? Optional.empty() : tree.find(parent);
            }
        }
        return found;
    }

    /** Who is above whom now. */
    public Hierarchy hierarchy(long orgId) {
        return new Hierarchy(store.tree(orgId), store.leaders(orgId));
    }

    /** In tree order: every department directly followed by what is below it. */
    public Page<DepartmentView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit, PAGE_DEFAULT, PAGE_MAX);
        List<Department> order = store.tree(actor.orgId()).inOrder();
        int from = start(order, Limits.key(after, 0));
        List<Department> shown = order.subList(from, Math.min(order.size(), from + size + 1));
        return Page.cut(views(actor, shown), size, department -> Long.toString(department.id()));
    }

    public DepartmentView get(Actor actor, long id) {
        return view(actor, require(store.tree(actor.orgId()), id));
    }

    /** @param position null: behind its brothers */
    @Transactional
    public DepartmentView create(Actor actor, long parentId, String rawName, @Nullable Integer position) {
        Authority authority = authorities.of(actor);
        orgs.lock(actor.orgId());
        DepartmentTree tree = store.tree(actor.orgId());
        if (tree.find(parentId).isEmpty()) {
            throw DirectoryProblem.UNKNOWN_DEPARTMENT.problem();
        }
        authority.requireCovers(Set.of(parentId));
        if (tree.size() >= DepartmentTree.DEPARTMENTS_MAX) {
            throw DirectoryProblem.TOO_MANY_DEPARTMENTS.problem("max", DepartmentTree.DEPARTMENTS_MAX);
        }
        tree.requireRoom(parentId, 1);
        String name = freeName(tree, parentId, rawName, null);
        int place = position == null ? behind(tree, parentId) : position;
        long id = store.insert(actor.orgId(), parentId, name, place);
        return view(actor, new Department(id, parentId, name, place, null));
    }

    /** Puts somebody at the head; name and place stay. */
    @Transactional
    public DepartmentView setHead(Actor actor, long id, long headId) {
        Department department = require(store.tree(actor.orgId()), id);
        return change(
                actor, id, new DepartmentRequest.ChangeDepartment(department.name(), headId, department.position()));
    }

    /**
     * Makes what is missing of the paths, for full administrators.
     *
     * @param paths names from below the root; an empty path is the root itself
     * @return the department of every path
     */
    @Transactional
    public Map<List<String>, Long> createPaths(Actor actor, Collection<List<String>> paths) {
        Authority.requireAdmin(actor);
        orgs.lock(actor.orgId());
        DepartmentTree tree = store.tree(actor.orgId());
        Map<List<String>, Long> known = tree.byPath();
        List<List<String>> missing = paths.stream()
                .flatMap(path ->
                        IntStream.rangeClosed(1, path.size()).mapToObj(end -> List.copyOf(path.subList(0, end))))
                .distinct()
                .filter(path -> !known.containsKey(path))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        if (tree.size() + missing.size() > DepartmentTree.DEPARTMENTS_MAX) {
            throw DirectoryProblem.TOO_MANY_DEPARTMENTS.problem("max", DepartmentTree.DEPARTMENTS_MAX);
        }
        int place = 0;
        for (List<String> path : missing) {
            if (path.size() >= DepartmentTree.DEPTH_MAX) {
                throw DirectoryProblem.TOO_DEEP.problem("max", DepartmentTree.DEPTH_MAX);
            }
            long parentId = Objects.requireNonNull(known.get(path.subList(0, path.size() - 1)));
            place += POSITION_STEP;
            known.put(path, store.insert(actor.orgId(), parentId, pathName(path.getLast()), NEW_PATHS + place));
        }
        return known;
    }

    private static String pathName(String raw) {
        String name = PlainText.clean(raw);
        if (!name.equals(raw) || name.isEmpty() || name.length() > DepartmentRequest.NAME_MAX || name.contains("/")) {
            throw DirectoryProblem.BAD_NAME.problem();
        }
        return name;
    }

    @Transactional
    DepartmentView change(Actor actor, long id, DepartmentRequest.ChangeDepartment input) {
        Authority authority = authorities.of(actor);
        orgs.lock(actor.orgId());
        DepartmentTree tree = store.tree(actor.orgId());
        Department before = require(tree, id);
        authority.requireMayChange(id);
        requireHead(actor, input.headId());
        Department after = new Department(
                id,
                before.parentId(),
                changedName(tree, before, input.name()),
                Objects.requireNonNullElse(input.position(), before.position()),
                input.headId());
        store.update(actor.orgId(), after);
        return view(actor, after);
    }

    @Transactional
    DepartmentView move(Actor actor, long id, DepartmentRequest.MoveDepartment input) {
        Authority authority = authorities.of(actor);
        orgs.lock(actor.orgId());
        DepartmentTree tree = store.tree(actor.orgId());
        Department before = require(tree, id);
        long parentId = input.parentId();
        if (tree.find(parentId).isEmpty()) {
            throw DirectoryProblem.UNKNOWN_DEPARTMENT.problem();
        }
        authority.requireMayChange(id);
        authority.requireCovers(Set.of(parentId));
        tree.requireMovable(before, parentId);
        String name = freeName(tree, parentId, before.name(), before);
        int place = input.position() == null ? behind(tree, parentId) : input.position();
        Department after = new Department(id, parentId, name, place, before.headId());
        store.update(actor.orgId(), after);
        return view(actor, after);
    }

    /** Only an empty department goes; the foreign keys catch a member who enters in this moment. */
    @Transactional
    void delete(Actor actor, long id) {
        Authority authority = authorities.of(actor);
        orgs.lock(actor.orgId());
        DepartmentTree tree = store.tree(actor.orgId());
        Department department = require(tree, id);
        authority.requireMayChange(id);
        if (department.parentId() == null) {
            throw DirectoryProblem.ROOT_DEPARTMENT.problem();
        }
        if (!tree.children(id).isEmpty() || store.hasMembers(actor.orgId(), id)) {
            throw DirectoryProblem.DEPARTMENT_NOT_EMPTY.problem();
        }
        try {
            store.delete(actor.orgId(), id);
        } catch (DataIntegrityViolationException e) {
            throw DirectoryProblem.DEPARTMENT_NOT_EMPTY.problem();
        }
    }

    private void requireHead(Actor actor, @Nullable Long headId) {
        if (headId != null && !members.present(actor, Set.of(headId)).contains(headId)) {
            throw DirectoryProblem.UNKNOWN_MEMBER.problem();
        }
    }

    private static Department require(DepartmentTree tree, long id) {
        return tree.find(id).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
    }

    private static String changedName(DepartmentTree tree, Department before, String raw) {
        Long parentId = before.parentId();
        if (parentId != null) {
            return freeName(tree, parentId, raw, before);
        }
        if (!before.name().equals(PlainText.clean(raw))) { // it carries the company's name
            throw DirectoryProblem.ROOT_DEPARTMENT.problem();
        }
        return before.name();
    }

    /** The slash separates the names of a path, so it cannot be part of one. */
    private static String freeName(DepartmentTree tree, long parentId, String raw, @Nullable Department self) {
        String name = PlainText.clean(raw);
        if (name.isEmpty() || name.length() > DepartmentRequest.NAME_MAX || name.contains("/")) {
            throw DirectoryProblem.BAD_NAME.problem();
        }
        boolean taken = tree.children(parentId).stream()
                .anyMatch(brother -> brother.name().equals(name) && (self == null || brother.id() != self.id()));
        if (taken) {
            throw DirectoryProblem.NAME_TAKEN.problem();
        }
        return name;
    }

    private static int behind(DepartmentTree tree, long parentId) {
        List<Department> brothers = tree.children(parentId);
        int last = brothers.isEmpty() ? 0 : brothers.getLast().position();
        return Math.min(last + POSITION_STEP, DepartmentRequest.POSITION_MAX);
    }

    private static int start(List<Department> order, long after) {
        if (after == 0) {
            return 0;
        }
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id() == after) {
                return i + 1;
            }
        }
        throw PlatformProblem.BAD_CURSOR.problem();
    }

    private DepartmentView view(Actor actor, Department department) {
        return views(actor, List.of(department)).getFirst();
    }

    private List<DepartmentView> views(Actor actor, List<Department> departments) {
        Map<Long, Integer> counts = store.memberCounts(actor.orgId());
        Set<Long> heads = departments.stream()
                .map(Department::headId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, Card> cards = members.cardsById(actor, heads);
        return departments.stream()
                .map(d -> new DepartmentView(
                        d.id(),
                        d.parentId(),
                        d.name(),
                        d.position(),
                        d.headId() == null ? null : cards.get(d.headId()),
                        counts.getOrDefault(d.id(), 0)))
                .toList();
    }
}
