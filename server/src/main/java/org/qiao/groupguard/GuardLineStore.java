package org.qiao.groupguard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.groupguard.Incidents.Incident;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to whom. */
@Repository
class GuardLineStore {

    static final String INSERT = """
            insert into groupguard_line (org_id, group_id, customer_id, rule_id, by_id, trigger_kind, action, minutes, at)
            values (:org_id, :group_id, :customer_id, :rule_id, :by_id, :trigger_kind, :action, :minutes, :now)
            """;

    static final String HITS = """
            select count(*)
            from groupguard_line
            where org_id = :org_id and customer_id = :customer_id and rule_id = :rule_id and action = 'WARN' and at > :from
            """;

    static final String LIST = """
            select l.id, l.customer_id, l.rule_id, r.name as rule_name, l.by_id, l.trigger_kind, l.action, l.minutes, l.at
            from groupguard_line l
            left join groupguard_rule r on r.org_id = l.org_id and r.id = l.rule_id
            where l.org_id = :org_id and l.group_id = :group_id and l.id < :before
            order by l.id desc
            limit :limit
            """;

    /** Old ones of every company (org_id). */
    static final String FORGET = """
            delete from groupguard_line
            where id in (
                select id
                from groupguard_line
                where at < :before -- every org_id
                limit 10000)
            """;

    private final JdbcClient jdbc;

    GuardLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record NewLine(
            long orgId,
            long groupId,
            long customerId,
            @Nullable Long ruleId,
            @Nullable Long by,
            @Nullable GuardTrigger trigger,
            GuardAction action,
            @Nullable Integer minutes) {

        static NewLine hit(Incident incident, GuardAction action, @Nullable Integer minutes) {
            return new NewLine(
                    incident.orgId(),
                    incident.groupId(),
                    incident.customerId(),
                    incident.ruleId(),
                    null,
                    incident.trigger(),
                    action,
                    minutes);
        }
    }

    record Line(
            long id,
            long customerId,
            @Nullable Long ruleId,
            @Nullable String ruleName,
            @Nullable Long by,
            @Nullable GuardTrigger trigger,
            GuardAction action,
            @Nullable Integer minutes,
            Instant at) {}

    void insert(NewLine line, Instant now) {
        GuardTrigger trigger = line.trigger();
        jdbc.sql(INSERT)
                .param("org_id", line.orgId())
                .param("group_id", line.groupId())
                .param("customer_id", line.customerId())
                .param("rule_id", line.ruleId())
                .param("by_id", line.by())
                .param("trigger_kind", trigger == null ? null : trigger.name())
                .param("action", line.action().name())
                .param("minutes", line.minutes())
                .param("now", Sql.at(now))
                .update();
    }

    int hits(Incident incident, Instant from) {
        return jdbc.sql(HITS)
                .param("org_id", incident.orgId())
                .param("customer_id", incident.customerId())
                .param("rule_id", incident.ruleId())
                .param("from", Sql.at(from))
                .query(Integer.class)
                .single();
    }

    List<Line> list(long orgId, long groupId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("group_id", groupId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> {
                    String trigger = rs.getString("trigger_kind");
                    return new Line(
                            rs.getLong("id"),
                            rs.getLong("customer_id"),
                            Sql.longOrNull(rs, "rule_id"),
                            rs.getString("rule_name"),
                            Sql.longOrNull(rs, "by_id"),
                            trigger == null ? null : GuardTrigger.valueOf(trigger),
                            GuardAction.valueOf(rs.getString("action")),
                            rs.getObject("minutes", Integer.class),
                            Sql.instant(rs, "at"));
                })
                .list();
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", Sql.at(before)).update();
    }
}
