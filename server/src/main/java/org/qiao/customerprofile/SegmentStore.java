package org.qiao.customerprofile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SegmentStore {

    static final String LIST = """
            select id, owner_id, name, filter
            from customerprofile_segment
            where org_id = :org_id and (owner_id is null or owner_id = :reader)
            order by owner_id nulls first, id
            """;

    static final String FIND = """
            select id, owner_id, name, filter
            from customerprofile_segment
            where org_id = :org_id and id = :id and (owner_id is null or owner_id = :reader)
            """;

    static final String ADD = """
            insert into customerprofile_segment (org_id, owner_id, name, filter, changed_by, changed_at)
            values (:org_id, :owner_id, :name, :filter::jsonb, :reader, :now)
            returning id
            """;

    static final String CHANGE = """
            update customerprofile_segment
            set name = :name, filter = :filter::jsonb, changed_by = :reader, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            delete from customerprofile_segment
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<Segment> ROW = (rs, n) ->
            new Segment(rs.getLong("id"), Sql.longOrNull(rs, "owner_id"), rs.getString("name"), rs.getString("filter"));

    private final JdbcClient jdbc;

    SegmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param ownerId null: the company's
     * @param filter JSON of what is searched
     */
    record Segment(long id, @Nullable Long ownerId, String name, String filter) {}

    List<Segment> list(Actor actor) {
        return jdbc.sql(LIST)
                .param("org_id", actor.orgId())
                .param("reader", actor.principalId())
                .query(ROW)
                .list();
    }

    Optional<Segment> find(Actor actor, long id) {
        return jdbc.sql(FIND)
                .param("org_id", actor.orgId())
                .param("reader", actor.principalId())
                .param("id", id)
                .query(ROW)
                .optional();
    }

    long add(Actor actor, Segment segment, Instant now) {
        return jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("reader", actor.principalId())
                .param("owner_id", segment.ownerId())
                .param("name", segment.name())
                .param("filter", segment.filter())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void change(Actor actor, Segment segment, Instant now) {
        jdbc.sql(CHANGE)
                .param("org_id", actor.orgId())
                .param("reader", actor.principalId())
                .param("id", segment.id())
                .param("name", segment.name())
                .param("filter", segment.filter())
                .param("now", Sql.at(now))
                .update();
    }

    void delete(long orgId, long id) {
        jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update();
    }
}
