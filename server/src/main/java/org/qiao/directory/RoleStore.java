package org.qiao.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.directory.MemberStore.NameCursor;
import org.qiao.directory.MemberView.RoleRef;
import org.qiao.directory.Roles.RoleView;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleStore {

    static final String LIST = """
            select r.id, r.name, r.group_name, count(m.principal_id) as members
            from directory_role r
            left join directory_role_member rm on rm.org_id = r.org_id and rm.role_id = r.id
            left join directory_member m on m.org_id = rm.org_id and m.principal_id = rm.principal_id
                and m.state in ('INVITED', 'ACTIVE')
            where r.org_id = :org_id and r.id > :after
            group by r.id, r.name, r.group_name
            order by r.id
            limit :limit
            """;

    static final String IDS_OF = """
            select role_id
            from directory_role_member
            where org_id = :org_id and principal_id = :member
            """;

    static final String COUNT = """
            select count(*)
            from directory_role
            where org_id = :org_id
            """;

    static final String INSERT = """
            insert into directory_role (org_id, name, group_name, created_at)
            values (:org_id, :name, :group_name, :now)
            returning id
            """;

    static final String UPDATE = """
            update directory_role
            set name = :name, group_name = :group_name
            where org_id = :org_id and id = :id
            """;

    static final String CLEAR = """
            delete from directory_role_member
            where org_id = :org_id and role_id = :id
            """;

    static final String DELETE = """
            delete from directory_role
            where org_id = :org_id and id = :id
            """;

    static final String ADD = """
            insert into directory_role_member (org_id, role_id, principal_id)
            select m.org_id, :id, m.principal_id
            from directory_member m
            where m.org_id = :org_id and m.principal_id = any(:members)
            on conflict do nothing
            """;

    static final String REMOVE = """
            delete from directory_role_member
            where org_id = :org_id and role_id = :id and principal_id = any(:members)
            """;

    static final String MEMBERS = """
            select m.principal_id, m.name, m.alias, m.number, m.phone, m.email, m.title, m.work_place, m.avatar_file_id,
                m.state, m.created_at, m.left_at, m.sort_key
            from directory_role_member rm
            join directory_member m on m.org_id = rm.org_id and m.principal_id = rm.principal_id
            where rm.org_id = :org_id and rm.role_id = :id and m.state in ('INVITED', 'ACTIVE')
                and (m.sort_key, m.principal_id) > (:after_key, :after_id)
            order by m.sort_key, m.principal_id
            limit :limit
            """;

    static final String MEMBER_IDS = """
            select distinct rm.principal_id
            from directory_role_member rm
            join directory_member m on m.org_id = rm.org_id and m.principal_id = rm.principal_id
            where rm.org_id = :org_id and rm.role_id = any(:ids) and m.state in ('INVITED', 'ACTIVE')
            limit :limit
            """;

    static final String KNOWN = """
            select count(*)
            from directory_role
            where org_id = :org_id and id = any(:ids)
            """;

    static final String ROLES_OF = """
            select rm.principal_id, r.id, r.name
            from directory_role_member rm
            join directory_role r on r.org_id = rm.org_id and r.id = rm.role_id
            where rm.org_id = :org_id and rm.principal_id = any(:ids)
            order by r.name, r.id
            """;

    private static final RowMapper<RoleView> ROW = (rs, n) ->
            new RoleView(rs.getLong("id"), rs.getString("name"), rs.getString("group_name"), rs.getInt("members"));

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoleView> list(long orgId, long after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<RoleView> find(long orgId, long id) {
        return id < 1
                ? Optional.empty()
                : list(orgId, id - 1, 1).stream()
                        .filter(role -> role.id() == id)
                        .findFirst();
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    long insert(long orgId, String name, String group, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("name", name)
                .param("group_name", group)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void update(long orgId, RoleView role) {
        jdbc.sql(UPDATE)
                .param("org_id", orgId)
                .param("id", role.id())
                .param("name", role.name())
                .param("group_name", role.group())
                .update();
    }

    void delete(long orgId, long id) {
        jdbc.sql(CLEAR).param("org_id", orgId).param("id", id).update();
        jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update();
    }

    void add(long orgId, long id, Collection<Long> members) {
        change(ADD, orgId, id, members);
    }

    void remove(long orgId, long id, Collection<Long> members) {
        change(REMOVE, orgId, id, members);
    }

    List<MemberRow> members(long orgId, long id, NameCursor after, int limit) {
        return jdbc.sql(MEMBERS)
                .param("org_id", orgId)
                .param("id", id)
                .param("after_key", after.sortKey())
                .param("after_id", after.id())
                .param("limit", limit)
                .query(MemberStore.ROW)
                .list();
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

    private void change(String statement, long orgId, long id, Collection<Long> members) {
        if (!members.isEmpty()) {
            jdbc.sql(statement)
                    .param("org_id", orgId)
                    .param("id", id)
                    .param("members", members.toArray(Long[]::new))
                    .update();
        }
    }

    Set<Long> memberIds(long orgId, Collection<Long> ids, int limit) {
        return new HashSet<>(jdbc.sql(MEMBER_IDS)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("limit", limit)
                .query(Long.class)
                .list());
    }

    int known(long orgId, Collection<Long> ids) {
        return jdbc.sql(KNOWN)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    Set<Long> idsOf(long orgId, long memberId) {
        return jdbc.sql(IDS_OF)
                .param("org_id", orgId)
                .param("member", memberId)
                .query(Long.class)
                .set();
    }
}
