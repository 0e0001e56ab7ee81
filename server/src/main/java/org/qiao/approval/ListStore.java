package org.qiao.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of runs, by person. The newest come first. */
@Repository
class ListStore {

    private static final String FILTERS_PART = """
                and a.id < :before
                and (:state::text is null or a.state = :state)
                and (:template::bigint is null or a.template_id = :template)
                and (:applicant::bigint is null or a.applicant_id = :applicant)
                and (:pattern::text is null or a.search_text like :pattern or lower(a.number) like :pattern)
                and (:from::timestamptz is null or a.submitted_at >= :from)
                and (:until::timestamptz is null or a.submitted_at < :until)
                and (not :unread or coalesce(r.read_version, 0) < a.version)
            order by a.id desc
            limit :limit
            """;

    static final String TODO = """
            select a.id, coalesce(r.read_version, 0) as read_version
            from (select distinct approval_id
                  from approval_task
                  where org_id = :org_id and assignee_id = :principal_id and state = 'OPEN') t
            join approval a on a.org_id = :org_id and a.id = t.approval_id
            left join approval_reader r on r.org_id = a.org_id and r.approval_id = a.id and r.principal_id = :principal_id
            where a.org_id = :org_id
            """ + FILTERS_PART;

    static final String DONE = """
            select a.id, coalesce(r.read_version, 0) as read_version
            from approval a
            left join approval_reader r on r.org_id = a.org_id and r.approval_id = a.id and r.principal_id = :principal_id
            where a.org_id = :org_id and exists (
                    select 1
                    from approval_task t
                    where t.org_id = :org_id and t.assignee_id = :principal_id and t.approval_id = a.id
                        and t.state in ('AGREED', 'HANDLED', 'REFUSED', 'TRANSFERRED', 'RETURNED'))
            """ + FILTERS_PART;

    static final String SENT = """
            select a.id, coalesce(r.read_version, 0) as read_version
            from approval a
            left join approval_reader r on r.org_id = a.org_id and r.approval_id = a.id and r.principal_id = :principal_id
            where a.org_id = :org_id and a.applicant_id = :principal_id
            """ + FILTERS_PART;

    static final String TOLD = """
            select a.id, r.read_version
            from approval_reader r
            join approval a on a.org_id = r.org_id and a.id = r.approval_id
            where a.org_id = :org_id and r.org_id = :org_id and r.principal_id = :principal_id and r.told
            """ + FILTERS_PART;

    static final String ALL = """
            select a.id, coalesce(r.read_version, a.version) as read_version
            from approval a
            left join approval_reader r on r.org_id = a.org_id and r.approval_id = a.id and r.principal_id = :principal_id
            where a.org_id = :org_id and a.template_id = any(:templates)
            """ + FILTERS_PART;

    static final String OPEN_TASKS = """
            select approval_id, task, node_id, assignee_id
            from approval_task
            where org_id = :org_id and approval_id = any(:ids) and state = 'OPEN'
            order by approval_id, task
            """;

    static final String SUMMARY = """
            select
                (select count(*)
                 from (select distinct approval_id
                       from approval_task
                       where org_id = :org_id and assignee_id = :principal_id and state = 'OPEN'
                       limit :most) t) as todo,
                (select count(*)
                 from (select 1
                       from approval_reader r
                       join approval a on a.org_id = r.org_id and a.id = r.approval_id
                       where r.org_id = :org_id and r.principal_id = :principal_id and r.told and r.read_version = 0
                       limit :most) c) as told,
                (select count(*)
                 from (select 1
                       from approval
                       where org_id = :org_id and applicant_id = :principal_id and state = 'RETURNED'
                       limit :most) b) as returned
            """;

    static final String DONE_BETWEEN = """
            select
                (select count(*)
                 from approval
                 where org_id = :org_id and applicant_id = :principal_id and submitted_at >= :from and submitted_at < :until)
                    as submitted,
                (select count(*)
                 from approval_task
                 where org_id = :org_id and assignee_id = :principal_id and closed_at is not null
                     and closed_at >= :from and closed_at < :until and state in ('AGREED', 'HANDLED', 'REFUSED', 'RETURNED'))
                    as decided
            """;

    static final String FIND_NUMBER = """
            select id
            from approval
            where org_id = :org_id and number = :number
            """;

    static final String READABLE = """
            select a.id
            from approval a
            where a.org_id = :org_id and a.id = any(:ids)
                and (a.template_id = any(:templates)
                    or exists (
                        select 1
                        from approval_reader r
                        where r.org_id = :org_id and r.principal_id = :principal_id and r.approval_id = a.id))
            """;

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Line(long id, int readVersion) {}

    record OpenTask(int task, String nodeId, long assigneeId) {}

    record Counts(int todo, int told, int returned) {}

    /** @param templates whose runs ALL may show */
    record Scope(Box box, ListFilter filter, Collection<Long> templates) {}

    List<Line> list(Actor actor, Scope scope, long before, int limit) {
        String statement =
                switch (scope.box()) {
                    case TODO -> TODO;
                    case DONE -> DONE;
                    case SENT -> SENT;
                    case TOLD -> TOLD;
                    case ALL -> ALL;
                };
        ListFilter filter = scope.filter();
        JdbcClient.StatementSpec query = jdbc.sql(statement)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("before", before)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("template", filter.template())
                .param("applicant", filter.applicant())
                .param("pattern", filter.pattern())
                .param("from", Sql.atOrNull(filter.from()))
                .param("until", Sql.atOrNull(filter.until()))
                .param("unread", filter.unread())
                .param("limit", limit);
        if (scope.box() == Box.ALL) {
            query = query.param("templates", scope.templates().toArray(Long[]::new));
        }
        return query.query((rs, n) -> new Line(rs.getLong("id"), rs.getInt("read_version")))
                .list();
    }

    /** What waits in each run, in the order of the tasks. */
    Map<Long, List<OpenTask>> openTasks(long orgId, Collection<Long> ids) {
        Map<Long, List<OpenTask>> open = new HashMap<>();
        jdbc.sql(OPEN_TASKS)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    open.computeIfAbsent(rs.getLong("approval_id"), id -> new ArrayList<>())
                            .add(new OpenTask(rs.getInt("task"), rs.getString("node_id"), rs.getLong("assignee_id")));
                });
        return open;
    }

    /** Each counted up to {@code most}. */
    Counts counts(Actor actor, int most) {
        return jdbc.sql(SUMMARY)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("most", most)
                .query((rs, n) -> new Counts(rs.getInt("todo"), rs.getInt("told"), rs.getInt("returned")))
                .single();
    }

    ApprovalDeeds.Done doneBetween(Actor actor, Instant from, Instant until) {
        return jdbc.sql(DONE_BETWEEN)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((rs, n) -> new ApprovalDeeds.Done(rs.getInt("submitted"), rs.getInt("decided")))
                .single();
    }

    Optional<Long> findNumber(Actor actor, String number) {
        return jdbc.sql(FIND_NUMBER)
                .param("org_id", actor.orgId())
                .param("number", number)
                .query(Long.class)
                .optional();
    }

    Set<Long> readable(Actor actor, Collection<Long> ids, Collection<Long> templates) {
        return Set.copyOf(jdbc.sql(READABLE)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("ids", ids.toArray(Long[]::new))
                .param("templates", templates.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
