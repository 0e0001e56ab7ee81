package org.qiao.directory;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.PlatformProblem;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which member is in which department. */
@Repository
class PostStore {

    static final String FIND = """
            select principal_id, department_id, title, leader, main
            from directory_department_member
            where org_id = :org_id and principal_id = any(:ids)
            order by principal_id, main desc, department_id
            """;

    static final String CLEAR = """
            delete from directory_department_member
            where org_id = :org_id and principal_id = :id
            """;

    /** One department with what is below it, or only itself; leaders of the department first, then by position, then by name. */
    static final String COLLEAGUES = """
            with recursive tree as (
                select id
                from directory_department
                where org_id = :org_id and id = :department_id
                union all
                select d.id
                from tree t
                join directory_department d on d.org_id = :org_id and d.parent_id = t.id
                where :subtree
            ), colleague as (
                select m.principal_id, m.sort_key, coalesce(own.leader, false) as leader,
                    coalesce(own.position, 2147483647) as position, coalesce(own.title, '') as title
                from directory_member m
                left join directory_department_member own on own.org_id = m.org_id
                    and own.principal_id = m.principal_id and own.department_id = :department_id
                where m.org_id = :org_id and m.state in ('INVITED', 'ACTIVE') and m.principal_id in (
                    select dm.principal_id
                    from directory_department_member dm
                    where dm.org_id = :org_id and dm.department_id in (select id from tree))
            )
            select principal_id, sort_key, leader, position, title
            from colleague
            where (not leader, position, sort_key, principal_id)
                > (not :after_leader, :after_position, :after_key, :after_id)
            order by not leader, position, sort_key, principal_id
            limit :limit
            """;

    private static final RowMapper<PostRow> ROW = (rs, n) -> new PostRow(
            rs.getLong("principal_id"),
            new Post(
                    rs.getLong("department_id"),
                    rs.getString("title"),
                    rs.getBoolean("leader"),
                    rs.getBoolean("main")));

    private static final RowMapper<ColleagueRow> COLLEAGUE = (rs, n) -> new ColleagueRow(
            rs.getLong("principal_id"),
            rs.getString("sort_key"),
            rs.getBoolean("leader"),
            rs.getInt("position"),
            rs.getString("title"));

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post with its holder. */
    record PostRow(long memberId, Post post) {}

    List<PostRow> find(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<Long> departments(long orgId, long id) {
        return find(orgId, List.of(id)).stream().map(row -> row.post().id()).toList();
    }

    void clear(long orgId, long id) {
        jdbc.sql(CLEAR).param("org_id", orgId).param("id", id).update();
    }

    List<ColleagueRow> colleagues(long orgId, long departmentId, boolean subtree, ColleagueRow after, int limit) {
        return jdbc.sql(COLLEAGUES)
                .param("org_id", orgId)
                .param("department_id", departmentId)
                .param("subtree", subtree)
                .param("after_leader", after.leader())
                .param("after_position", after.position())
                .param("after_key", after.sortKey())
                .param("after_id", after.id())
                .param("limit", limit)
                .query(COLLEAGUE)
                .list();
    }

    /** A member in the list of a department, and at the same time the paging key: "1.100.17.zhang san". */
    record ColleagueRow(long id, String sortKey, boolean leader, int position, String title) {

        private static final ColleagueRow START = new ColleagueRow(0, "", true, Integer.MIN_VALUE, "");
        private static final int LENGTH_MAX = 400;

        static ColleagueRow parse(@Nullable String after) {
            if (after == null || after.isEmpty()) {
                return START;
            }
            String[] parts = after.split("\\.", 4);
            if (parts.length < 4
                    || !parts[0].matches("[01]")
                    || after.length() > LENGTH_MAX
                    || after.indexOf('\0') >= 0) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
            try {
                return new ColleagueRow(
                        Long.parseLong(parts[2]), parts[3], parts[0].equals("1"), Integer.parseInt(parts[1]), "");
            } catch (NumberFormatException e) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
        }

        String key() {
            return (leader ? 1 : 0) + "." + position + "." + id + "." + sortKey;
        }
    }
}
