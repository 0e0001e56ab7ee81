package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qiao.directory.DepartmentTree.Department;

class DepartmentTreeTest {

    /** 1 ── 2 (position 200), 3 (position 100) ── 4 ── 5 */
    private final DepartmentTree tree = new DepartmentTree(List.of(
            new Department(5, 4L, "测试组", 0, null),
            new Department(2, 1L, "市场", 200, null),
            new Department(4, 3L, "后端", 0, null),
            new Department(3, 1L, "研发", 100, null),
            new Department(1, null, "公司", 0, null)));

    @Test
    void everyDepartmentIsFollowedByWhatIsBelowIt() {
        assertThat(tree.inOrder()).extracting(Department::id).containsExactly(1L, 3L, 4L, 5L, 2L);
    }

    @Test
    void depthHeightAndPathFollowTheParents() {
        assertThat(tree.depth(5)).isEqualTo(4);
        assertThat(tree.height(3)).isEqualTo(3);
        assertThat(tree.path(5)).isEqualTo("研发/后端/测试组");
        assertThat(tree.path(1)).isEqualTo("公司");
        assertThat(tree.subtrees(List.of(3L))).containsExactlyInAnyOrder(3L, 4L, 5L);
    }

    @Test
    void aDepartmentNeverMovesIntoItselfOrBelow() {
        Department development = tree.find(3).orElseThrow();

        assertThatThrownBy(() -> tree.requireMovable(development, 3)).hasMessage("directory.into_own_subtree");
        assertThatThrownBy(() -> tree.requireMovable(development, 5)).hasMessage("directory.into_own_subtree");
        assertThatThrownBy(() -> tree.requireMovable(tree.root(), 5)).hasMessage("directory.root_department");
        tree.requireMovable(development, 2);
    }

    @Test
    void fifteenLevelsAreTheDeepest() {
        List<Department> chain = new ArrayList<>();
        for (long id = 1; id <= 15; id++) {
            chain.add(new Department(id, id == 1 ? null : id - 1, "d" + id, 0, null));
        }
        DepartmentTree deep = new DepartmentTree(chain);

        deep.requireRoom(14, 1);
        assertThatThrownBy(() -> deep.requireRoom(15, 1)).hasMessage("directory.too_deep");
    }

    @Test
    void exactlyOnePlaceIsTheMainOneAndNowhereMeansTheRoot() {
        assertThat(Hires.posts(tree, List.of())).extracting(Post::id).containsExactly(1L);
        assertThat(Hires.posts(tree, List.of(Post.in(2), new Post(3, "组长", true, true), Post.in(2))))
                .filteredOn(Post::main)
                .extracting(Post::id)
                .containsExactly(3L);
        assertThatThrownBy(() -> Hires.posts(tree, List.of(Post.in(99)))).hasMessage("directory.unknown_department");
    }
}
