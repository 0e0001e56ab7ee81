package org.qiao.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.directory.MemberView.RoleRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleStore {

    static final String ROLES_OF = """
            select rm.principal_id, r.id, r.name
            from directory_role_member rm
            join directory_role r on r.org_id = rm.org_id and r.id = rm.role_id
            where rm.org_id = :org_id and rm.principal_id = any(:ids)
            order by r.name, r.id
            """;

    static final String CLEAR_MEMBER = """
            delete from directory_role_member
            where org_id = :org_id and principal_id = :id
            """;

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, List<RoleRef>> rolesOf(long orgId, Collection<Long> memberIds) {
        Map<Long, List<RoleRef>> roles = new HashMap<>();
        jdbc.sql(ROLES_OF)
                .param("org_id", orgId)
                .param("ids", memberIds.toArray(Long[]::new))
                .query(rs -> {
                    roles.computeIfAbsent(rs.getLong("principal_id"), id -> new ArrayList<>())
                            .add(new RoleRef(rs.getLong("id"), rs.getString("name")));
                });
        return roles;
    }

    void clearMember(long orgId, long memberId) {
        jdbc.sql(CLEAR_MEMBER).param("org_id", orgId).param("id", memberId).update();
    }
}
