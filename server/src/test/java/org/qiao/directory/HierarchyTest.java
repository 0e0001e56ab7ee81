package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.directory.DepartmentTree.Department;

/** Root 1 (head 10) over 2 (head 20) over 3 (leaders 30, 31) over 4 (nobody). */
class HierarchyTest {

    private final Hierarchy hierarchy = new Hierarchy(
            new DepartmentTree(List.of(
                    new Department(1, null, "公司", 0, 10L),
                    new Department(2, 1L, "中心", 0, 20L),
                    new Department(3, 2L, "部", 0, null),
                    new Department(4, 3L, "组", 0, null))),
            Map.of(3L, List.of(30L, 31L)));

    @Test
    void superiorsGoUpDepartmentByDepartment() {
        assertThat(hierarchy.superiors(99, 4)).containsExactly(30L, 20L, 10L);
    }

    @Test
    void whoLeadsADepartmentIsAskedAboveIt() {
        assertThat(hierarchy.superiors(31, 3)).containsExactly(20L, 10L);
        assertThat(hierarchy.superiors(20, 2)).containsExactly(10L);
        assertThat(hierarchy.superiors(10, 1)).isEmpty();
    }

    @Test
    void headsAreCountedFromTheDepartmentUp() {
        assertThat(hierarchy.head(3, 1)).contains(30L);
        assertThat(hierarchy.head(3, 2)).contains(20L);
        assertThat(hierarchy.head(4, 1)).isEmpty();
        assertThat(hierarchy.head(3, 4)).isEmpty();
        assertThat(hierarchy.head(77, 1)).isEmpty();
    }

    @Test
    void upwardNamesTheDepartmentAndAllAboveIt() {
        assertThat(hierarchy.upward(3)).containsExactly(3L, 2L, 1L);
        assertThat(hierarchy.upward(77)).isEmpty();
    }
}
