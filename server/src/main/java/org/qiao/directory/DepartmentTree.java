package org.qiao.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All departments of one company (at most {@link #DEPARTMENTS_MAX}) and the questions the rules ask about them. */
final class DepartmentTree {

    static final int DEPARTMENTS_MAX = 10_000;
    /** The root counts as 1. */
    static final int DEPTH_MAX = 15;

    private static final Comparator<Department> SIBLINGS =
            Comparator.comparingInt(Department::position).thenComparingLong(Department::id);

    private final Map<Long, Department> byId = new HashMap<>();
    private final Map<Long, List<Department>> children = new HashMap<>();

    DepartmentTree(Collection<Department> departments) {
        for (Department department : departments) {
            byId.put(department.id(), department);
            Long parent = department.parentId();
            if (parent != null) {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(department);
            }
        }
        children.values().forEach(siblings -> siblings.sort(SIBLINGS));
    }

    int size() {
        return byId.size();
    }

    Optional<Department> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean containsAll(Collection<Long> ids) {
        return byId.keySet().containsAll(ids);
    }

    List<Department> children(long id) {
        return children.getOrDefault(id, List.of());
    }

    Department root() {
        return byId.values().stream()
                .filter(department -> department.parentId() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A company without a root department"));
    }

    /** Every department directly followed by what is below it. */
    List<Department> inOrder() {
        List<Department> order = new ArrayList<>(byId.size());
        Deque<Department> open = new ArrayDeque<>();
        open.push(root());
        while (!open.isEmpty()) {
            Department next = open.pop();
            order.add(next);
            children(next.id()).reversed().forEach(open::push);
        }
        return order;
    }

    /** The given departments and everything below them. */
    Set<Long> subtrees(Collection<Long> ids) {
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            long id = open.pop();
            if (byId.containsKey(id) && found.add(id)) {
                children(id).forEach(child -> open.push(child.id()));
            }
        }
        return found;
    }

    int depth(long id) {
        int depth = 0;
        for (Department at = byId.get(id); at != null; at = parent(at)) {
            depth++;
        }
        return depth;
    }

    /** Levels below and including the department. */
    int height(long id) {
        int height = 0;
        List<Long> level = List.of(id);
        while (!level.isEmpty()) {
            height++;
            level = level.stream()
                    .flatMap(at -> children(at).stream())
                    .map(Department::id)
                    .toList();
        }
        return height;
    }

    /** Names from below the root, joined by "/"; the root's own path is its name. */
    String path(long id) {
        Department department = byId.get(id);
        if (department == null || department.parentId() == null) {
            return department == null ? "" : department.name();
        }
        Deque<String> names = new ArrayDeque<>();
        for (Department at = department; at != null && at.parentId() != null; at = parent(at)) {
            names.push(at.name());
        }
        return String.join("/", names);
    }

    /** Every department by the names from below the root. */
    Map<List<String>, Long> byPath() {
        Map<List<String>, Long> paths = new HashMap<>();
        for (Department department : inOrder()) {
            Deque<String> names = new ArrayDeque<>();
            for (Department at = department; at != null && at.parentId() != null; at = parent(at)) {
                names.push(at.name());
            }
            paths.put(List.copyOf(names), department.id());
        }
        return paths;
    }

    /** Refuses a place below {@code parentId} for a department with {@code height} levels. */
    void requireRoom(long parentId, int height) {
        if (depth(parentId) + height > DEPTH_MAX) {
            throw DirectoryProblem.TOO_DEEP.problem("max", DEPTH_MAX);
        }
    }

    /** Refuses the moves that would cut the subtree off or make it too deep. */
    void requireMovable(Department department, long parentId) {
        if (department.parentId() == null) {
            throw DirectoryProblem.ROOT_DEPARTMENT.problem();
        }
        if (subtrees(List.of(department.id())).contains(parentId)) {
            throw DirectoryProblem.INTO_OWN_SUBTREE.problem();
        }
        requireRoom(parentId, height(department.id()));
    }

    /** The next person above a member: head first, then those marked as leaders, department by department up to the root. */
    Optional<Long> managerOf(long memberId, long departmentId, Map<Long, List<Long>> leaders) {
        for (Department at = byId.get(departmentId); at != null; at = parent(at)) {
            List<Long> marked = leaders.getOrDefault(at.id(), List.of());
            Long head = at.headId();
            boolean leads = head == null ? marked.contains(memberId) : head == memberId;
            Optional<Long> found = Stream.concat(Stream.ofNullable(head), marked.stream())
                    .filter(id -> id != memberId)
                    .findFirst();
            if (found.isPresent() && !leads) {
                return found;
            }
        }
        return Optional.empty();
    }

    private @Nullable Department parent(Department department) {
        return department.parentId() == null ? null : byId.get(department.parentId());
    }

    /** A department as it is stored. */
    record Department(
            long id,
            @Nullable Long parentId,
            String name,
            int position,
            @Nullable Long headId) {}
}
