package org.qiao.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.directory.DepartmentTree.Department;

/** Who is above whom in one company at one moment. Immutable. */
public final class Hierarchy {

    private final DepartmentTree tree;
    private final Map<Long, List<Long>> leaders;

    Hierarchy(DepartmentTree tree, Map<Long, List<Long>> leaders) {
        this.tree = tree;
        this.leaders = leaders;
    }

    /**
     * The member's superiors by level, the direct one first. Every department from his own up to the root is a level, held by who
     * leads it or by nobody; departments that he leads himself are none, and neither is one led by the person of the level below.
     */
    public List<Optional<Long>> levels(long memberId, long departmentId) {
        List<Optional<Long>> levels = new ArrayList<>();
        Optional<Long> last = Optional.empty();
        for (Department at : chain(departmentId)) {
            if (leads(at, memberId)) {
                continue;
            }
            Optional<Long> head = head(at, memberId);
            if (head.isPresent() && head.equals(last)) {
                continue;
            }
            levels.add(head);
            if (head.isPresent()) {
                last = head;
            }
        }
        return List.copyOf(levels);
    }

    /** Those of the levels who exist, each once. */
    public List<Long> superiors(long memberId, long departmentId) {
        return levels(memberId, departmentId).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * Who leads a department.
     *
     * @param level 1: the department itself, 2: the one above it, and so on
     */
    public Optional<Long> head(long departmentId, int level) {
        List<Department> chain = chain(departmentId);
        return level < 1 || level > chain.size() ? Optional.empty() : head(chain.get(level - 1), 0);
    }

    /** The departments that this person leads, without those below them. */
    public Set<Long> ledBy(long memberId) {
        return tree.inOrder().stream()
                .filter(department -> leads(department, memberId))
                .map(Department::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The department and everything above it, the nearest first; empty for an unknown one. */
    public List<Long> upward(long departmentId) {
        return chain(departmentId).stream().map(Department::id).toList();
    }

    private List<Department> chain(long departmentId) {
        List<Department> chain = new ArrayList<>();
        Optional<Department> at = tree.find(departmentId);
        while (at.isPresent()) {
            chain.add(at.get());
            Long parent = at.get().parentId();
            at = parent == null ? Optional.empty() : tree.find(parent);
        }
        return chain;
    }

    private boolean leads(Department department, long memberId) {
        Long head = department.headId();
        return head == null ? leaders.getOrDefault(department.id(), List.of()).contains(memberId) : head == memberId;
    }

    private Optional<Long> head(Department department, long except) {
        Long head = department.headId();
        if (head != null && head != except) {
            return Optional.of(head);
        }
        return leaders.getOrDefault(department.id(), List.of()).stream()
                .filter(id -> id != except)
                .findFirst();
    }
}
