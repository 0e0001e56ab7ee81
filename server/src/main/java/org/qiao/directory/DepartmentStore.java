package org.qiao.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.directory.DepartmentTree.Department;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DepartmentStore {

    static final String ROOT_ID = """
            select id
            from directory_department
            where org_id = :org_id and parent_id is null
            """;

    static final String ALL = """
            select id, parent_id, name, position, head_id
            from directory_department
            where org_id = :org_id
            """;

    static final String INSERT = """
            insert into directory_department (org_id, parent_id, name, position)
            values (:org_id, :parent_id, :name, :position)
            returning id
            """;

    static final String INSERT_ROOT = """
            insert into directory_department (org_id, name)
            values (:org_id, :name)
            """;

    static final String RENAME_ROOT = """
            update directory_department
            set name = :name
            where org_id = :org_id and parent_id is null
            """;

    static final String UPDATE = """
            update directory_department
            set parent_id = :parent_id, name = :name, position = :position, head_id = :head_id
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            delete from directory_department
            where org_id = :org_id and id = :id
            """;

    static final String HAS_MEMBERS = """
            select exists (
                select 1
                from directory_department_member
                where org_id = :org_id and department_id = :id)
            """;

    /** Each department paired with itself and everything above it, then the different members of each. */
    static final String MEMBER_COUNTS = """
            with recursive upward as (
                select id, id as ancestor_id, parent_id
                from directory_department
                where org_id = :org_id
                union all
                select u.id, d.id, d.parent_id
                from upward u
                join directory_department d on d.org_id = :org_id and d.id = u.parent_id
            )
            select u.ancestor_id, count(distinct dm.principal_id) as members
            from directory_department_member dm
            join directory_member m on m.org_id = dm.org_id and m.principal_id = dm.principal_id
            join upward u on u.id = dm.department_id
            where dm.org_id = :org_id and m.state in ('INVITED', 'ACTIVE')
            group by u.ancestor_id
            """;

    static final String MAIN_NAMES = """
            select dm.principal_id, d.name
            from directory_department_member dm
            join directory_department d on d.org_id = dm.org_id and d.id = dm.department_id
            where dm.org_id = :org_id and dm.principal_id = any(:ids) and dm.main
            """;

    static final String MEMBER_IDS = """
            select distinct dm.principal_id
            from directory_department_member dm
            join directory_member m on m.org_id = dm.org_id and m.principal_id = dm.principal_id
            where dm.org_id = :org_id and dm.department_id = any(:ids) and m.state in ('INVITED', 'ACTIVE')
            limit :limit
            """;

    static final String MAINS = """
            select principal_id, department_id
            from directory_department_member
            where org_id = :org_id and principal_id = any(:ids) and main
            """;

    static final String OF_MEMBER = """
            select department_id
            from directory_department_member
            where org_id = :org_id and principal_id = :id
            """;

    static final String LEADERS = """
            select dm.department_id, dm.principal_id
            from directory_department_member dm
            join directory_member m on m.org_id = dm.org_id and m.principal_id = dm.principal_id
            where dm.org_id = :org_id and dm.leader and m.state in ('INVITED', 'ACTIVE')
            order by dm.position, dm.principal_id
            """;

    static final String CLEAR_HEAD = """
            update directory_department
            set head_id = null
            where org_id = :org_id and head_id = :principal_id
            """;

    private static final RowMapper<Department> ROW = (rs, n) -> new Department(
            rs.getLong("id"),
            Sql.longOrNull(rs, "parent_id"),
            rs.getString("name"),
            rs.getInt("position"),
            Sql.longOrNull(rs, "head_id"));

    private final JdbcClient jdbc;

    DepartmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long rootId(long orgId) {
        return jdbc.sql(ROOT_ID).param("org_id", orgId).query(Long.class).single();
    }

    DepartmentTree tree(long orgId) {
        return new DepartmentTree(all(orgId));
    }

    private Collection<Department> all(long orgId) {
        return jdbc.sql(ALL).param("org_id", orgId).query(ROW).list();
    }

    void insertRoot(long orgId, String name) {
        jdbc.sql(INSERT_ROOT).param("org_id", orgId).param("name", name).update();
    }

    void renameRoot(long orgId, String name) {
        jdbc.sql(RENAME_ROOT).param("org_id", orgId).param("name", name).update();
    }

    long insert(long orgId, long parentId, String name, int position) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("parent_id", parentId)
                .param("name", name)
                .param("position", position)
                .query(Long.class)
                .single();
    }

    void update(long orgId, Department department) {
        jdbc.sql(UPDATE)
                .param("org_id", orgId)
                .param("id", department.id())
                .param("parent_id", department.parentId())
                .param("name", department.name())
                .param("position", department.position())
                .param("head_id", department.headId())
                .update();
    }

    void delete(long orgId, long id) {
        jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update();
    }

    boolean hasMembers(long orgId, long id) {
        return jdbc.sql(HAS_MEMBERS)
                .param("org_id", orgId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Map<Long, Integer> memberCounts(long orgId) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(MEMBER_COUNTS).param("org_id", orgId).query(rs -> {
            counts.put(rs.getLong("ancestor_id"), rs.getInt("members"));
        });
        return counts;
    }

    Map<Long, String> mainNames(long orgId, Collection<Long> memberIds) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql(MAIN_NAMES)
                .param("org_id", orgId)
                .param("ids", memberIds.toArray(Long[]::new))
                .query(rs -> {
                    names.put(rs.getLong("principal_id"), rs.getString("name"));
                });
        return names;
    }

    void clearHead(long orgId, long principalId) {
        jdbc.sql(CLEAR_HEAD)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .update();
    }

    /** Present members of these departments themselves. */
    Set<Long> memberIds(long orgId, Collection<Long> departmentIds, int limit) {
        return new HashSet<>(jdbc.sql(MEMBER_IDS)
                .param("org_id", orgId)
                .param("ids", departmentIds.toArray(Long[]::new))
                .param("limit", limit)
                .query(Long.class)
                .list());
    }

    /** The main department of each member. */
    Map<Long, Long> mains(long orgId, Collection<Long> memberIds) {
        Map<Long, Long> mains = new HashMap<>();
        jdbc.sql(MAINS)
                .param("org_id", orgId)
                .param("ids", memberIds.toArray(Long[]::new))
                .query(rs -> {
                    mains.put(rs.getLong("principal_id"), rs.getLong("department_id"));
                });
        return mains;
    }

    /** The departments a member is in. */
    List<Long> ofMember(long orgId, long memberId) {
        return jdbc.sql(OF_MEMBER)
                .param("org_id", orgId)
                .param("id", memberId)
                .query(Long.class)
                .list();
    }

    /** Those marked as leaders, by department. */
    Map<Long, List<Long>> leaders(long orgId) {
        Map<Long, List<Long>> leaders = new HashMap<>();
        jdbc.sql(LEADERS).param("org_id", orgId).query(rs -> {
            leaders.computeIfAbsent(rs.getLong("department_id"), id -> new ArrayList<>())
                    .add(rs.getLong("principal_id"));
        });
        return leaders;
    }
}
