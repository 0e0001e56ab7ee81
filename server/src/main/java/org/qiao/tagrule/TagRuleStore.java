package org.qiao.tagrule;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.qiao.tagrule.TagRuleRow.Kind;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules as administrators keep them. */
@Repository
class TagRuleStore {

    private static final String COLUMNS_PART = """
            select id, org_id, name, kind, words, days, tags, take_back, active, tagged, last_at, version
            from tagrule
            """;

    static final String LIST = COLUMNS_PART + """
            where org_id = :org_id
            order by id
            """;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and id = :id
            """;

    static final String ACTIVE = COLUMNS_PART + """
            where org_id = :org_id and active
            order by id
            """;

    /** Which of the companies have any. */
    static final String COMPANIES = """
            select distinct org_id
            from tagrule
            where org_id = any(:orgs) and active
            """;

    static final String INSERT = """
            insert into tagrule (org_id, name, kind, words, days, tags, take_back, active, next_at, changed_by, changed_at)
            values (:org_id, :name, :kind, :words, :days, :tags, :take_back, :active,
                case when :kind = 'SILENCE' then :now::timestamptz end, :changed_by, :now)
            returning id
            """;

    /** A silence rule looks at everybody again. */
    static final String UPDATE = """
            update tagrule
            set name = :name, words = :words, days = :days, tags = :tags, take_back = :take_back, active = :active,
                next_at = case when kind = 'SILENCE' then :now::timestamptz end, after_relation = 0, version = version + 1,
                changed_by = :changed_by, changed_at = :now
            where org_id = :org_id and id = :id and kind = :kind and version = :version
            """;

    static final String DELETE = """
            delete from tagrule
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            update tagrule
            set tagged = tagged + :count, last_at = :now
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<TagRuleRow> ROW = (rs, n) -> new TagRuleRow(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getString("name"),
            Kind.valueOf(rs.getString("kind")),
            List.of((String[]) rs.getArray("words").getArray()),
            rs.getObject("days", Integer.class),
            List.of((Long[]) rs.getArray("tags").getArray()),
            rs.getBoolean("take_back"),
            rs.getBoolean("active"),
            rs.getLong("tagged"),
            Sql.instantOrNull(rs, "last_at"),
            rs.getInt("version"));

    private final JdbcClient jdbc;

    TagRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TagRuleRow> list(long orgId) {
        return jdbc.sql(LIST).param("org_id", orgId).query(ROW).list();
    }

    Optional<TagRuleRow> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    List<TagRuleRow> active(long orgId) {
        return jdbc.sql(ACTIVE).param("org_id", orgId).query(ROW).list();
    }

    Set<Long> companies(Collection<Long> orgs) {
        return new HashSet<>(jdbc.sql(COMPANIES)
                .param("orgs", orgs.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    long insert(Actor actor, TagRuleRow rule, Instant now) {
        return with(INSERT, actor, rule, now).query(Long.class).single();
    }

    boolean update(Actor actor, TagRuleRow rule, Instant now) {
        return with(UPDATE, actor, rule, now)
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(String sql, Actor actor, TagRuleRow rule, Instant now) {
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("name", rule.name())
                .param("kind", rule.kind().name())
                .param("words", rule.words().toArray(String[]::new))
                .param("days", rule.days())
                .param("tags", rule.tags().toArray(Long[]::new))
                .param("take_back", rule.takeBack())
                .param("active", rule.active())
                .param("changed_by", actor.principalId())
                .param("now", Sql.at(now));
    }

    boolean delete(long orgId, long id) {
        return jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update() == 1;
    }

    void count(TagRuleRow rule, int count, Instant now) {
        if (count > 0) {
            jdbc.sql(COUNT)
                    .param("org_id", rule.orgId())
                    .param("id", rule.id())
                    .param("count", count)
                    .param("now", Sql.at(now))
                    .update();
        }
    }
}
