package org.qiao.masssend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MassStore {

    private static final String COLUMNS_PART = """
             m.id, m.org_id, m.kind, m.author_id, m.text, m.attachments, m.target, m.total, m.send_at, m.deadline, m.closed_at, m.told,
            m.reminded_on, m.reminded, m.created_at, m.cancelled_at, m.recall_at, m.recall_due_at, m.recall_reached, m.to_groups
            """;

    static final String INSERT = """
            insert into masssend_mass as m (org_id, kind, author_id, client_key, text, attachments, target, total, send_at, deadline,
                remind_at, created_at, to_groups)
            values (:org_id, :kind, :author_id, :key, :text, :attachments::jsonb, :target::jsonb, :total, :send_at, :deadline, :remind_at, :now,
                :to_groups)
            on conflict (org_id, author_id, client_key) do nothing
            returning
            """ + COLUMNS_PART;

    static final String BY_KEY = "select" + COLUMNS_PART + """
            from masssend_mass m
            where m.org_id = :org_id and m.author_id = :author_id and m.client_key = :key
            """;

    static final String FIND = "select" + COLUMNS_PART + """
            from masssend_mass m
            where m.org_id = :org_id and m.id = :id
            """;

    static final String LOCK = "select" + COLUMNS_PART + """
            from masssend_mass m
            where m.org_id = :org_id and m.id = :id
            for update
            """;

    /** Of one author: which are not over, and which are of the last day. None that lies further back is open. */
    static final String LOAD = """
            select count(*) filter (where m.created_at > :day) as fresh,
                count(*) filter (where exists (
                    select 1
                    from masssend_share s
                    where s.org_id = m.org_id and s.mass_id = m.id and s.state in ('WAITING', 'CONFIRMED'))) as open
            from masssend_mass m
            where m.org_id = :org_id and m.author_id = :author_id and m.created_at > :furthest
            """;

    static final String WRITTEN = "select" + COLUMNS_PART + """
            from masssend_mass m
            where m.org_id = :org_id and (:author_id::bigint is null or m.author_id = :author_id::bigint) and m.id < :before
            order by m.id desc
            limit :limit
            """;

    static final String TASKS = "select" + COLUMNS_PART + """
            from masssend_share s
            join masssend_mass m on m.org_id = s.org_id and m.id = s.mass_id
            where s.org_id = :org_id and s.member_id = :member_id and m.kind = 'COMPANY' and s.mass_id < :before
            order by s.mass_id desc
            limit :limit
            """;

    static final String CANCEL = """
            update masssend_mass
            set cancelled_at = coalesce(cancelled_at, :now), remind_at = null
            where org_id = :org_id and id = :id
            """;

    static final String RECALL = """
            update masssend_mass
            set recall_at = :now, recall_due_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String TELL = """
            update masssend_mass
            set told = told + 1, reminded_on = :today, reminded = :reminded
            where org_id = :org_id and id = :id
            """;

    /** Of all companies: org_id is the row's. A plain "in" may be asked anew for each row, and then more than the limit is taken. */
    static final String REMIND = """
            with taken as materialized (
                select d.id
                from masssend_mass d
                where d.remind_at <= :now
                order by d.remind_at
                limit :limit
                for update skip locked)
            update masssend_mass m
            set remind_at = null, told = m.told + 1
            from taken
            where m.id = taken.id
            returning m.org_id, m.id, m.told
            """;

    /** Of all companies. */
    static final String EXPIRED = "select" + COLUMNS_PART + """
            from masssend_mass m
            where m.closed_at is null and m.deadline <= :now
            order by m.deadline
            limit 1
            for update skip locked
            """;

    static final String CLOSE = """
            update masssend_mass
            set closed_at = :now, remind_at = null
            where org_id = :org_id and id = :id
            """;

    /** Of all companies; whoever takes it has it for a while. One, as above. */
    static final String NEXT_RECALL = """
            with taken as materialized (
                select d.id
                from masssend_mass d
                where d.recall_due_at <= :now
                order by d.recall_due_at
                limit 1
                for update skip locked)
            update masssend_mass m
            set recall_due_at = :until
            from taken
            where m.id = taken.id
            returning
            """ + COLUMNS_PART;

    static final String RECALLED = """
            update masssend_mass
            set recall_reached = greatest(recall_reached, :reached), recall_due_at = :due_at
            where org_id = :org_id and id = :id
            """;

    /** Whoever writes waits for what the same author writes at the same time, so that his limits hold. */
    static final String LOCK_AUTHOR = """
            select pg_advisory_xact_lock(hashtextextended('masssend:' || :org_id || ':' || :author_id, 0))
            """;

    private static final TypeReference<List<Attached>> ATTACHED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MassStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private Mass row(ResultSet rs, int number) throws SQLException {
        return new Mass(
                rs.getLong("id"),
                rs.getLong("org_id"),
                MassKind.valueOf(rs.getString("kind")),
                rs.getLong("author_id"),
                new MassContent(rs.getString("text"), json.readValue(rs.getString("attachments"), ATTACHED)),
                rs.getString("target"),
                rs.getInt("total"),
                Sql.instantOrNull(rs, "send_at"),
                Sql.instantOrNull(rs, "deadline"),
                Sql.instantOrNull(rs, "closed_at"),
                rs.getInt("told"),
                rs.getObject("reminded_on", LocalDate.class),
                rs.getInt("reminded"),
                Sql.instant(rs, "created_at"),
                Sql.instantOrNull(rs, "cancelled_at"),
                Sql.instantOrNull(rs, "recall_at"),
                Sql.instantOrNull(rs, "recall_due_at"),
                rs.getLong("recall_reached"),
                rs.getBoolean("to_groups"));
    }

    /** What is wanted. */
    record NewMass(
            MassKind kind,
            String key,
            MassContent content,
            String target,
            int total,
            @Nullable Instant sendAt,
            @Nullable Instant deadline,
            boolean toGroups) {

        @Override
        public String toString() {
            return "NewMass " + kind;
        }
    }

    /** Empty: there is one under this key already. */
    Optional<Mass> insert(Actor author, NewMass wanted, Instant now) {
        Instant deadline = wanted.deadline();
        return of(INSERT, author.orgId())
                .param("kind", wanted.kind().name())
                .param("author_id", author.principalId())
                .param("key", wanted.key())
                .param("text", wanted.content().text())
                .param("attachments", json.writeValueAsString(wanted.content().attachments()))
                .param("target", wanted.target())
                .param("total", wanted.total())
                .param("send_at", Sql.atOrNull(wanted.sendAt()))
                .param("deadline", Sql.atOrNull(deadline))
                .param("remind_at", Sql.atOrNull(deadline == null ? null : MassRule.remindAt(deadline, now)))
                .param("now", Sql.at(now))
                .param("to_groups", wanted.toGroups())
                .query(this::row)
                .optional();
    }

    Optional<Mass> byKey(Actor author, String key) {
        return of(BY_KEY, author.orgId())
                .param("author_id", author.principalId())
                .param("key", key)
                .query(this::row)
                .optional();
    }

    Optional<Mass> find(long orgId, long id) {
        return of(FIND, orgId).param("id", id).query(this::row).optional();
    }

    Optional<Mass> lock(long orgId, long id) {
        return of(LOCK, orgId).param("id", id).query(this::row).optional();
    }

    /** Until the end of the transaction. */
    void lockAuthor(Actor author) {
        jdbc.sql(LOCK_AUTHOR)
                .param("org_id", Long.toString(author.orgId()))
                .param("author_id", Long.toString(author.principalId()))
                .query((rs, n) -> n)
                .single();
    }

    /** @param fresh written within the last day */
    record Load(int fresh, int open) {}

    Load load(Actor author, Instant now) {
        return of(LOAD, author.orgId())
                .param("author_id", author.principalId())
                .param("day", Sql.at(now.minus(Duration.ofDays(1))))
                .param("furthest", Sql.at(now.minus(MassRule.FURTHEST.multipliedBy(2))))
                .query((rs, n) -> new Load(rs.getInt("fresh"), rs.getInt("open")))
                .single();
    }

    /** @param authorId null: of everybody */
    List<Mass> written(long orgId, @Nullable Long authorId, long before, int limit) {
        return of(WRITTEN, orgId)
                .param("author_id", authorId)
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<Mass> tasks(Actor actor, long before, int limit) {
        return of(TASKS, actor.orgId())
                .param("member_id", actor.principalId())
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    void cancel(Mass mass, Instant now) {
        one(CANCEL, mass).param("now", Sql.at(now)).update();
    }

    void recall(Mass mass, Instant now) {
        one(RECALL, mass).param("now", Sql.at(now)).update();
    }

    void tell(Mass mass, LocalDate today, int reminded) {
        one(TELL, mass).param("today", today).param("reminded", reminded).update();
    }

    List<MassTold> remind(Instant now, int limit) {
        return jdbc.sql(REMIND)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new MassTold(rs.getLong("org_id"), rs.getLong("id"), rs.getInt("told")))
                .list();
    }

    /** Locked. */
    Optional<Mass> expired(Instant now) {
        return jdbc.sql(EXPIRED).param("now", Sql.at(now)).query(this::row).optional();
    }

    void close(Mass mass, Instant now) {
        one(CLOSE, mass).param("now", Sql.at(now)).update();
    }

    Optional<Mass> nextRecall(Instant now, Instant until) {
        return jdbc.sql(NEXT_RECALL)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .query(this::row)
                .optional();
    }

    /** @param dueAt null: there is nothing more */
    void recalled(Mass mass, long reached, @Nullable Instant dueAt) {
        one(RECALLED, mass)
                .param("reached", reached)
                .param("due_at", Sql.atOrNull(dueAt))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId) {
        return jdbc.sql(sql).param("org_id", orgId);
    }

    private JdbcClient.StatementSpec one(String sql, Mass mass) {
        return of(sql, mass.orgId()).param("id", mass.id());
    }
}
