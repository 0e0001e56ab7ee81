package org.qiao.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * The member's superiors, the nearest first, each once. Every department from his own up to the root adds the person who leads
     * it, unless the member leads it himself.
     */
    public List<Long> superiors(long memberId, long departmentId) {
        Set<Long> found = new LinkedHashSet<>();
        for (Department at : chain(departmentId)) {
            if (leads(at, memberId)) {
                continue;
            }
            head(at, memberId).ifPresent(found::add);
        }
        return List.copyOf(found);
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
