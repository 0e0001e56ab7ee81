package org.qiao.tagrule;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each silence rule has come, and whom it has found: nobody twice, until he writes again. */
@Repository
class SilenceStore {

    /** Of all companies: org_id is the row's. */
    static final String DUE = """
            select org_id, id, after_relation
            from tagrule
            where kind = 'SILENCE' and active and next_at <= :now
            order by next_at
            limit 1
            for update skip locked
            """;

    static final String GO_ON = """
            update tagrule
            set after_relation = :after, next_at = :next_at
            where org_id = :org_id and id = :id
            """;

    static final String FOUND = """
            select relation_id
            from tagrule_silent
            where org_id = :org_id and rule_id = :rule_id and relation_id = any(:relations)
            """;

    /** With those of its tags that it set: only these are its to take back. */
    static final String ADD = """
            insert into tagrule_silent (org_id, rule_id, relation_id, tags)
            select :org_id, :rule_id, i.relation_id, i.tags::bigint[]
            from unnest(:relations::bigint[], :tags::text[]) as i (relation_id, tags)
            on conflict (org_id, rule_id, relation_id) do nothing
            """;

    static final String SPOKE = """
            delete from tagrule_silent
            where org_id = :org_id and relation_id = any(:relations)
            returning rule_id, relation_id, tags
            """;

    private final JdbcClient jdbc;

    SilenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after up to this relation it has looked */
    record Due(long orgId, long ruleId, long after) {}

    /** Somebody whom a rule had found. */
    record Silent(long ruleId, long relationId, Set<Long> tags) {}

    /** Locked until the transaction ends. */
    Optional<Due> due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", Sql.at(now))
                .query((rs, n) -> new Due(rs.getLong("org_id"), rs.getLong("id"), rs.getLong("after_relation")))
                .optional();
    }

    void goOn(Due due, long after, Instant nextAt) {
        jdbc.sql(GO_ON)
                .param("org_id", due.orgId())
                .param("id", due.ruleId())
                .param("after", after)
                .param("next_at", Sql.at(nextAt))
                .update();
    }

    Set<Long> found(Due due, Collection<Long> relations) {
        return new HashSet<>(
                of(FOUND, due, relations.toArray(Long[]::new)).query(Long.class).list());
    }

    /** @param set tags by relation, where any was set */
    void add(Due due, Collection<Long> relations, Map<Long, Set<Long>> set) {
        of(ADD, due, relations.toArray(Long[]::new))
                .param(
                        "tags",
                        relations.stream()
                                .map(relation -> array(set.getOrDefault(relation, Set.of())))
                                .toArray(String[]::new))
                .update();
    }

    /** As the database writes an array: an array of arrays of different lengths there is not. */
    private static String array(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private JdbcClient.StatementSpec of(String sql, Due due, Long[] relations) {
        return jdbc.sql(sql)
                .param("org_id", due.orgId())
                .param("rule_id", due.ruleId())
                .param("relations", relations);
    }

    List<Silent> spoke(long orgId, Collection<Long> relations) {
        return jdbc.sql(SPOKE)
                .param("org_id", orgId)
                .param("relations", relations.toArray(Long[]::new))
                .query((rs, n) -> new Silent(rs.getLong("rule_id"), rs.getLong("relation_id"), Set.of((Long[])
                        rs.getArray("tags").getArray())))
                .list();
    }
}
