package org.qiao.customerprofile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tags stand on which relations. */
@Repository
class TaggingStore {

    static final String SET = """
            insert into customerprofile_tagging (org_id, relation_id, tag_id, set_by, set_at)
            select :org_id, :relation_id, t.id, :set_by, :now
            from customerprofile_tag t
            where t.org_id = :org_id and t.id = any(:tags)
            on conflict (org_id, relation_id, tag_id) do nothing
            returning tag_id
            """;

    /** On many at once; where there is no room for all of them nothing is set. */
    static final String SET_MANY = """
            insert into customerprofile_tagging (org_id, relation_id, tag_id, set_by, set_at)
            select :org_id, r.id, t.id, null, :now
            from unnest(:relations::bigint[]) as r (id)
            cross join customerprofile_tag t
            where t.org_id = :org_id and t.id = any(:tags) and t.owner_id is null and (
                select count(*)
                from customerprofile_tagging g
                where g.org_id = :org_id and g.relation_id = r.id) <= :room
            order by r.id, t.id
            on conflict (org_id, relation_id, tag_id) do nothing
            returning relation_id, tag_id
            """;

    static final String UNSET_MANY = """
            delete from customerprofile_tagging g
            using unnest(:relations::bigint[], :tags::bigint[]) as w (relation_id, tag_id)
            where g.org_id = :org_id and g.relation_id = w.relation_id and g.tag_id = w.tag_id and g.set_by is null
            returning g.relation_id, g.tag_id
            """;

    /** Open relations whose customer has written nothing since then, or nothing at all since he came. */
    static final String QUIET = """
            select l.relation_id, l.customer_id
            from customerprofile_line l
            where l.org_id = :org_id and l.open and l.relation_id > :after
                and coalesce(l.last_customer_at, l.opened_at) <= :since
            order by l.relation_id
            limit :limit
            """;

    static final String UNSET = """
            delete from customerprofile_tagging
            where org_id = :org_id and relation_id = :relation_id and tag_id = any(:tags)
            returning tag_id
            """;

    static final String COUNT = """
            select count(*)
            from customerprofile_tagging
            where org_id = :org_id and relation_id = :relation_id
            """;

    /** Company tags of all, personal ones of the reader. */
    static final String LIST = """
            select g.relation_id, g.tag_id, t.name, t.group_id, coalesce(k.name, '') as group_name, g.set_by, g.set_at
            from customerprofile_tagging g
            join customerprofile_tag t on t.org_id = g.org_id and t.id = g.tag_id
            left join customerprofile_tag_group k on k.org_id = t.org_id and k.id = t.group_id
            where g.org_id = :org_id and g.relation_id = any(:relations) and (t.owner_id is null or t.owner_id = :reader)
            order by k.position nulls last, k.id, t.position, t.id, g.relation_id
            """;

    /** What was set on a closed relation goes on with whoever serves now; personal tags stay with their owner. */
    static final String INHERIT = """
            insert into customerprofile_tagging (org_id, relation_id, tag_id, set_by, set_at)
            select g.org_id, :to_id, g.tag_id, g.set_by, g.set_at
            from customerprofile_tagging g
            join customerprofile_tag t on t.org_id = g.org_id and t.id = g.tag_id
            where g.org_id = :org_id and g.relation_id = :from_id and t.owner_id is null
            on conflict (org_id, relation_id, tag_id) do nothing
            """;

    static final String ON_RELATIONS = """
            select relation_id, tag_id
            from customerprofile_tagging
            where org_id = :org_id and relation_id = any(:relations)
            """;

    /** Open relations of some members that carry enough of the tags; without tags all of them. */
    private static final String CARRYING_PART = """
            from customerprofile_line l
            where l.org_id = :org_id and l.open and l.member_id in (select unnest(:members::bigint[]))
                and (:least = 0 or (
                    select count(*)
                    from customerprofile_tagging g
                    where g.org_id = l.org_id and g.relation_id = l.relation_id and g.tag_id = any(:tags::bigint[])) >= :least)
            """;

    static final String PERSONS = "select count(distinct l.customer_id) " + CARRYING_PART;

    static final String PER_MEMBER =
            "select l.member_id, count(*) as customers " + CARRYING_PART + " group by l.member_id";

    static final String CARRYING = "select l.relation_id, l.customer_id, l.member_id " + CARRYING_PART + """
             and l.relation_id < :before
            order by l.relation_id desc
            limit :limit
            """;

    private static final RowMapper<Tagging> ROW = (rs, n) -> new Tagging(
            rs.getLong("relation_id"),
            rs.getLong("tag_id"),
            rs.getString("name"),
            Sql.longOrNull(rs, "group_id"),
            rs.getString("group_name"),
            Sql.longOrNull(rs, "set_by"),
            Sql.instant(rs, "set_at"));

    private final JdbcClient jdbc;

    TaggingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param groupId null for a personal tag */
    record Tagging(
            long relationId,
            long tagId,
            String name,
            @Nullable Long groupId,
            String group,
            @Nullable Long setBy,
            Instant setAt) {}

    /** A relation of a company, and who sets; null: a rule. */
    record Where(long orgId, long relationId, @Nullable Long by) {}

    /** @return those that were not set before */
    List<Long> set(Where where, Collection<Long> tags, Instant now) {
        return jdbc.sql(SET)
                .param("org_id", where.orgId())
                .param("relation_id", where.relationId())
                .param("tags", tags.toArray(Long[]::new))
                .param("set_by", where.by())
                .param("now", Sql.at(now))
                .query(Long.class)
                .list();
    }

    List<Long> unset(Where where, Collection<Long> tags) {
        return jdbc.sql(UNSET)
                .param("org_id", where.orgId())
                .param("relation_id", where.relationId())
                .param("tags", tags.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    long count(long orgId, long relationId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("relation_id", relationId)
                .query(Long.class)
                .single();
    }

    Map<Long, Set<Long>> setMany(long orgId, Collection<Long> tags, Collection<Long> relations, Instant now) {
        return byRelation(jdbc.sql(SET_MANY)
                .param("org_id", orgId)
                .param("relations", relations.toArray(Long[]::new))
                .param("tags", tags.toArray(Long[]::new))
                .param("room", TagRule.PER_RELATION_MAX - tags.size())
                .param("now", Sql.at(now)));
    }

    /** What somebody set by hand meanwhile stays. */
    Map<Long, Set<Long>> unsetMany(long orgId, Map<Long, Set<Long>> tags) {
        List<Long> relations = new ArrayList<>();
        List<Long> some = new ArrayList<>();
        tags.forEach((relation, set) -> set.forEach(tag -> {
            relations.add(relation);
            some.add(tag);
        }));
        return byRelation(jdbc.sql(UNSET_MANY)
                .param("org_id", orgId)
                .param("relations", relations.toArray(Long[]::new))
                .param("tags", some.toArray(Long[]::new)));
    }

    private static Map<Long, Set<Long>> byRelation(JdbcClient.StatementSpec statement) {
        Map<Long, Set<Long>> tags = new TreeMap<>();
        statement
                .query((rs, n) -> tags.computeIfAbsent(rs.getLong("relation_id"), id -> new TreeSet<>())
                        .add(rs.getLong("tag_id")))
                .list();
        return tags;
    }

    List<RuleTags.Quiet> quiet(long orgId, Instant since, long after, int limit) {
        return jdbc.sql(QUIET)
                .param("org_id", orgId)
                .param("since", Sql.at(since))
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new RuleTags.Quiet(rs.getLong("relation_id"), rs.getLong("customer_id")))
                .list();
    }

    List<Tagging> list(long orgId, Collection<Long> relations, long reader) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("relations", relations.toArray(Long[]::new))
                .param("reader", reader)
                .query(ROW)
                .list();
    }

    void inherit(long orgId, long from, long to) {
        jdbc.sql(INHERIT)
                .param("org_id", orgId)
                .param("from_id", from)
                .param("to_id", to)
                .update();
    }

    /** Tags by relation; relations without any are left out. */
    Map<Long, Set<Long>> onRelations(long orgId, Collection<Long> relations) {
        return byRelation(
                jdbc.sql(ON_RELATIONS).param("org_id", orgId).param("relations", relations.toArray(Long[]::new)));
    }

    int persons(long orgId, Collection<Long> members, TagChoice choice) {
        return carrying(PERSONS, orgId, members, choice).query(Integer.class).single();
    }

    Map<Long, Integer> perMember(long orgId, Collection<Long> members, TagChoice choice) {
        Map<Long, Integer> counts = new HashMap<>();
        carrying(PER_MEMBER, orgId, members, choice)
                .query((rs, n) -> counts.put(rs.getLong("member_id"), rs.getInt("customers")))
                .list();
        return counts;
    }

    List<TaggedRelations.Carrier> carrying(
            long orgId, Collection<Long> members, TagChoice choice, long before, int limit) {
        return carrying(CARRYING, orgId, members, choice)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new TaggedRelations.Carrier(
                        rs.getLong("relation_id"), rs.getLong("customer_id"), rs.getLong("member_id")))
                .list();
    }

    private JdbcClient.StatementSpec carrying(String sql, long orgId, Collection<Long> members, TagChoice choice) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .param("tags", choice.tags().toArray(Long[]::new))
                .param("least", choice.least());
    }
}
