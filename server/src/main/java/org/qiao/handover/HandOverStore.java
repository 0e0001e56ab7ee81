package org.qiao.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-overs of single customers; what lists need is in {@link HandOverListStore}. */
@Repository
class HandOverStore {

    static final String COLUMNS_PART = """
            t.id, t.org_id, t.kind, t.state, t.reason, t.customer_id, t.relation_id, t.to_relation_id, t.joined, t.from_id,
            t.to_id, t.message, t.history, t.tags, t.started_by, t.started_at, t.due_at, t.ended_at
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from handover_transfer t
            where t.org_id = :org_id and t.id = :id
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from handover_transfer t
            where t.org_id = :org_id and t.id = :id
            for update
            """;

    static final String OFFER = """
            insert into handover_transfer as t (org_id, kind, state, customer_id, relation_id, from_id, to_id, message, tags,
                started_by, started_at, due_at)
            values (:org_id, 'ON_JOB', 'WAITING', :customer_id, :relation_id, :from_id, :to_id, :message, :tags, :started_by, :now,
                :due_at)
            on conflict (org_id, customer_id) where state = 'WAITING' do nothing
            returning
            """ + COLUMNS_PART;

    static final String INSERT_DONE = """
            insert into handover_transfer as t (org_id, kind, state, customer_id, relation_id, to_relation_id, joined, from_id, to_id,
                message, tags, started_by, started_at, ended_by, ended_at, run_id)
            values (:org_id, 'LEFT', 'DONE', :customer_id, :relation_id, :to_relation_id, :joined, :from_id, :to_id, :message, :tags,
                :started_by, :now, :started_by, :now, :run_id::bigint)
            returning
            """ + COLUMNS_PART;

    static final String DONE = """
            update handover_transfer t
            set state = 'DONE', to_relation_id = :to_relation_id, joined = :joined, ended_at = :now
            where t.org_id = :org_id and t.id = :id and t.state = 'WAITING'
            returning
            """ + COLUMNS_PART;

    static final String END = """
            update handover_transfer
            set state = :state, reason = :reason::text, ended_by = :by::bigint, ended_at = :now
            where org_id = :org_id and id = :id and state = 'WAITING'
            """;

    static final String UNDO = """
            update handover_transfer
            set state = 'UNDONE', ended_by = :by, ended_at = :now
            where org_id = :org_id and id = :id and state = 'DONE'
            """;

    static final String SET_HISTORY = """
            update handover_transfer
            set history = :history
            where org_id = :org_id and id = :id
            """;

    static final String WAITING_OF = "select " + COLUMNS_PART + """
            from handover_transfer t
            where t.org_id = :org_id and t.customer_id = any(:customers) and t.state = 'WAITING'
            """;

    static final String WAITING_FOR_TAKER = "select " + COLUMNS_PART + """
            from handover_transfer t
            where t.org_id = :org_id and t.to_id = :to_id and t.state = 'WAITING'
            order by t.id
            """;

    static final String RECENT = """
            select count(*)
            from handover_transfer t
            where t.org_id = :org_id and t.customer_id = any(:customers) and t.kind = 'ON_JOB' and t.state in ('WAITING', 'DONE')
                and t.started_at > :since
            """;

    /** Whether a relation came by this hand-over and has not been handed on, nor is about to be. */
    static final String NEWEST = """
            select not exists (
                select 1
                from handover_transfer t
                where t.org_id = :org_id and t.relation_id = :relation_id and t.id > :id and t.state in ('WAITING', 'DONE'))
            """;

    private static final RowMapper<HandOver> ROW = HandOverStore::row;

    private final JdbcClient jdbc;

    HandOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static HandOver row(ResultSet rs, int number) throws SQLException {
        String reason = rs.getString("reason");
        return new HandOver(
                rs.getLong("id"),
                rs.getLong("org_id"),
                HandOverKind.valueOf(rs.getString("kind")),
                HandOverState.valueOf(rs.getString("state")),
                reason == null ? null : CancelReason.valueOf(reason),
                rs.getLong("customer_id"),
                rs.getLong("relation_id"),
                Sql.longOrNull(rs, "to_relation_id"),
                rs.getBoolean("joined"),
                rs.getLong("from_id"),
                rs.getLong("to_id"),
                rs.getString("message"),
                HistoryAnswer.valueOf(rs.getString("history")),
                rs.getBoolean("tags"),
                rs.getLong("started_by"),
                Sql.instant(rs, "started_at"),
                Sql.instantOrNull(rs, "due_at"),
                Sql.instantOrNull(rs, "ended_at"));
    }

    /** What is written of a new one. */
    record NewHandOver(
            long orgId,
            long customerId,
            long relationId,
            long fromId,
            long toId,
            String message,
            boolean tags,
            long startedBy) {}

    /** What came of it at once. */
    record Taken(
            long toRelationId, boolean joined, @Nullable Long runId) {}

    Optional<HandOver> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<HandOver> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    /** Empty: another one of the customer waits already. */
    Optional<HandOver> offer(NewHandOver wanted, Instant now, Duration answer) {
        return write(OFFER, wanted, now)
                .param("due_at", Sql.at(now.plus(answer)))
                .query(ROW)
                .optional();
    }

    HandOver insertDone(NewHandOver wanted, Taken taken, Instant now) {
        return write(INSERT_DONE, wanted, now)
                .param("to_relation_id", taken.toRelationId())
                .param("joined", taken.joined())
                .param("run_id", taken.runId())
                .query(ROW)
                .single();
    }

    private JdbcClient.StatementSpec write(String sql, NewHandOver wanted, Instant now) {
        return jdbc.sql(sql)
                .param("org_id", wanted.orgId())
                .param("customer_id", wanted.customerId())
                .param("relation_id", wanted.relationId())
                .param("from_id", wanted.fromId())
                .param("to_id", wanted.toId())
                .param("message", wanted.message())
                .param("tags", wanted.tags())
                .param("started_by", wanted.startedBy())
                .param("now", Sql.at(now));
    }

    /** Empty: it waits no more. */
    Optional<HandOver> done(HandOver waiting, Taken taken, Instant now) {
        return one(DONE, waiting)
                .param("to_relation_id", taken.toRelationId())
                .param("joined", taken.joined())
                .param("now", Sql.at(now))
                .query(ROW)
                .optional();
    }

    boolean end(HandOver waiting, Ending ending, Instant now) {
        CancelReason reason = ending.reason();
        return one(END, waiting)
                        .param("state", ending.state().name())
                        .param("reason", reason == null ? null : reason.name())
                        .param("by", ending.by())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** How one that waits ends without happening. */
    record Ending(
            HandOverState state,
            @Nullable CancelReason reason,
            @Nullable Long by) {

        static Ending cancelled(CancelReason reason, @Nullable Long by) {
            return new Ending(HandOverState.CANCELLED, reason, by);
        }
    }

    boolean undo(HandOver done, long by, Instant now) {
        return one(UNDO, done).param("by", by).param("now", Sql.at(now)).update() == 1;
    }

    void setHistory(HandOver transfer, HistoryAnswer answer) {
        one(SET_HISTORY, transfer).param("history", answer.name()).update();
    }

    private JdbcClient.StatementSpec one(String sql, HandOver transfer) {
        return jdbc.sql(sql).param("org_id", transfer.orgId()).param("id", transfer.id());
    }

    List<HandOver> waitingOf(long orgId, Collection<Long> customers) {
        return jdbc.sql(WAITING_OF)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<HandOver> waitingForTaker(long orgId, long toId) {
        return jdbc.sql(WAITING_FOR_TAKER)
                .param("org_id", orgId)
                .param("to_id", toId)
                .query(ROW)
                .list();
    }

    int recent(long orgId, Collection<Long> customers, Instant since) {
        return jdbc.sql(RECENT)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    boolean isNewest(HandOver done, long toRelationId) {
        return jdbc.sql(NEWEST)
                .param("org_id", done.orgId())
                .param("relation_id", toRelationId)
                .param("id", done.id())
                .query(Boolean.class)
                .single();
    }
}
