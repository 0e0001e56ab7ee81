package org.qiao.customergroup;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places in groups that went from one contact to another. */
@Repository
class GroupMergeStore {

    static final String NOTE = """
            insert into customergroup_moved (org_id, merge_id, group_id, both_in)
            values (:org_id, :merge_id, :group_id, :both_in)
            on conflict (org_id, merge_id, group_id) do nothing
            """;

    static final String TAKE = """
            delete from customergroup_moved
            where org_id = :org_id and merge_id = :merge_id
            returning group_id, both_in
            """;

    /** What belonged to the place goes along; a place that the other had already stays as it is. */
    static final String COPY = """
            insert into customergroup_member (org_id, group_id, person_id, guest, role, via, code_id, invited_by, state, joined_at,
                greeting, muted_until)
            select org_id, group_id, :to, guest, role, via, code_id, invited_by, state, joined_at, nullif(greeting, 0), muted_until
            from customergroup_member
            where org_id = :org_id and group_id = :group_id and person_id = :from
            on conflict (org_id, group_id, person_id) do update
                set left_at = null, joined_at = excluded.joined_at,
                    muted_until = greatest(customergroup_member.muted_until, excluded.muted_until)
                where customergroup_member.left_at is not null
            """;

    static final String END = """
            update customergroup_member
            set left_at = joined_at, greeting = nullif(greeting, 0)
            where org_id = :org_id and group_id = :group_id and person_id = :from and left_at is null
            """;

    static final String RECOUNT = """
            update customergroup
            set customers = (
                    select count(*)
                    from customergroup_member m
                    where m.org_id = :org_id and m.group_id = :group_id and m.guest and m.left_at is null)
            where org_id = :org_id and id = :group_id
            """;

    private final JdbcClient jdbc;

    GroupMergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record MovedPlace(long groupId, boolean bothIn) {}

    void note(long orgId, long mergeId, MovedPlace place) {
        jdbc.sql(NOTE)
                .param("org_id", orgId)
                .param("merge_id", mergeId)
                .param("group_id", place.groupId())
                .param("both_in", place.bothIn())
                .update();
    }

    List<MovedPlace> take(long orgId, long mergeId) {
        return jdbc.sql(TAKE)
                .param("org_id", orgId)
                .param("merge_id", mergeId)
                .query((rs, n) -> new MovedPlace(rs.getLong("group_id"), rs.getBoolean("both_in")))
                .list();
    }

    void move(CustomerGroup group, long from, long to) {
        of(COPY, group).param("from", from).param("to", to).update();
        of(END, group).param("from", from).update();
        of(RECOUNT, group).update();
    }

    private JdbcClient.StatementSpec of(String sql, CustomerGroup group) {
        return jdbc.sql(sql).param("org_id", group.orgId()).param("group_id", group.id());
    }
}
