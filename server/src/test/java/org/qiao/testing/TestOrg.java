package org.qiao.testing;

import java.util.Set;
import org.qiao.platform.Grant;

/** A company of one test. */
public record TestOrg(Given given, long id, long rootDepartmentId) {

    public TestUser user() {
        return user("张三");
    }

    public TestUser user(String name) {
        return given.user(this, name, Set.of());
    }

    public TestUser admin() {
        return given.user(this, "管理员", Set.of(Grant.ADMIN));
    }

    public TestUser owner() {
        return given.user(this, "老板", Set.of(Grant.OWNER));
    }
}
