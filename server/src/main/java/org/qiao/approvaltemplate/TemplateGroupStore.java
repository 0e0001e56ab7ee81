package org.qiao.approvaltemplate;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Headings of templates. */
@Repository
class TemplateGroupStore {

    static final String LIST = """
            select id, name
            from approval_template_group
            where org_id = :org_id
            order by position, id
            """;

    static final String FIND_NAMED = """
            select id
            from approval_template_group
            where org_id = :org_id and name = :name
            """;

    static final String INSERT = """
            insert into approval_template_group (org_id, name, position)
            values (:org_id, :name,
                coalesce((select max(position) + 1 from approval_template_group where org_id = :org_id), 1))
            returning id
            """;

    static final String RENAME = """
            update approval_template_group
            set name = :name
            where org_id = :org_id and id = :id
            """;

    static final String PLACE = """
            update approval_template_group
            set position = :position
            where org_id = :org_id and id = :id
            """;

    /** Deleted templates do not keep their group. */
    static final String LEAVE = """
            update approval_template
            set group_id = null
            where org_id = :org_id and group_id = :id and state = 'DELETED'
            """;

    static final String USED = """
            select exists (
                select 1
                from approval_template
                where org_id = :org_id and group_id = :id)
            """;

    static final String DELETE = """
            delete from approval_template_group
            where org_id = :org_id and id = :id
            """;

    private final JdbcClient jdbc;

    TemplateGroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TemplateGroup> list(long orgId) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .query((rs, n) -> new TemplateGroup(rs.getLong("id"), rs.getString("name")))
                .list();
    }

    Optional<Long> findNamed(long orgId, String name) {
        return jdbc.sql(FIND_NAMED)
                .param("org_id", orgId)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    long insert(long orgId, String name) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    boolean rename(long orgId, TemplateGroup group) {
        return jdbc.sql(RENAME)
                        .param("org_id", orgId)
                        .param("id", group.id())
                        .param("name", group.name())
                        .update()
                == 1;
    }

    void place(long orgId, long id, int position) {
        jdbc.sql(PLACE)
                .param("org_id", orgId)
                .param("id", id)
                .param("position", position)
                .update();
    }

    boolean isUsed(long orgId, long id) {
        jdbc.sql(LEAVE).param("org_id", orgId).param("id", id).update();
        return jdbc.sql(USED)
                .param("org_id", orgId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean delete(long orgId, long id) {
        return jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update() == 1;
    }
}
