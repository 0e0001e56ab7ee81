package org.qiao.directory;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RightsStore {

    static final String SCOPE = """
            select department_id
            from directory_admin_scope
            where org_id = :org_id and principal_id = :principal_id
            order by department_id
            """;

    static final String CLEAR = """
            delete from directory_admin_scope
            where org_id = :org_id and principal_id = :principal_id
            """;

    static final String CLEAR_ROLES = """
            delete from directory_role_member
            where org_id = :org_id and principal_id = :principal_id
            """;

    static final String ADD = """
            insert into directory_admin_scope (org_id, principal_id, department_id)
            select :org_id, :principal_id, d.id
            from directory_department d
            where d.org_id = :org_id and d.id = any(:departments)
            """;

    private final JdbcClient jdbc;

    RightsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaving ends every right and every role. */
    void clear(long orgId, long principalId) {
        for (String statement : List.of(CLEAR, CLEAR_ROLES)) {
            jdbc.sql(statement)
                    .param("org_id", orgId)
                    .param("principal_id", principalId)
                    .update();
        }
    }

    List<Long> scope(long orgId, long principalId) {
        return jdbc.sql(SCOPE)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .query(Long.class)
                .list();
    }

    void replaceScope(long orgId, long principalId, Collection<Long> departments) {
        jdbc.sql(CLEAR)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .update();
        jdbc.sql(ADD)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("departments", departments.toArray(Long[]::new))
                .update();
    }
}
