package org.qiao.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ErasureStore {

    private static final String COLUMNS_PART = """
            e.id, e.org_id, e.customer_id, e.origin, e.state, e.asked_by, e.asked_at, e.due_at, e.begun, e.parts, e.failures,
            e.ended_at
            """;

    /** No row when one is under way already. */
    static final String INSERT = """
            insert into privacy_erasure as e (org_id, customer_id, origin, asked_by, asked_at, due_at, next_at)
            values (:org_id, :customer_id, :origin, :asked_by, :now, :due_at, :due_at)
            on conflict (org_id, customer_id) where state in ('WAITING', 'RUNNING') do nothing
            returning
            """ + COLUMNS_PART;

    static final String FIND = "select " + COLUMNS_PART + """
            from privacy_erasure e
            where e.org_id = :org_id and e.id = :id
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from privacy_erasure e
            where e.org_id = :org_id and e.id = :id
            for update
            """;

    /** Not those that were called off. */
    static final String LAST_OF = "select " + COLUMNS_PART + """
            from privacy_erasure e
            where e.org_id = :org_id and e.customer_id = any(:customers) and e.state <> 'CANCELLED'
            order by e.id desc
            limit 1
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from privacy_erasure e
            where e.org_id = :org_id and e.id < :before and (not :open::boolean or e.state in ('WAITING', 'RUNNING'))
            order by e.id desc
            limit :limit
            """;

    static final String CANCEL = """
            update privacy_erasure
            set state = 'CANCELLED', ended_by = :by, ended_at = :now, next_at = null
            where org_id = :org_id and id = :id and state = 'WAITING'
            """;

    /** Of all companies, for a while: whoever dies in the middle leaves it to the next. org_id is the row's. */
    static final String CLAIM = """
            update privacy_erasure e
            set state = 'RUNNING', next_at = :until
            where e.id = (
                select x.id
                from privacy_erasure x
                where x.next_at <= :now
                order by x.next_at
                limit 1
                for update skip locked)
            returning
            """ + COLUMNS_PART;

    static final String BEGUN = """
            update privacy_erasure
            set begun = true, next_at = :until
            where org_id = :org_id and id = :id
            """;

    static final String LEASE = """
            update privacy_erasure
            set next_at = :until
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String PART_DONE = """
            update privacy_erasure
            set parts = array_append(parts, :part), next_at = :until, failures = 0
            where org_id = :org_id and id = :id and not :part = any(parts)
            """;

    static final String FAILED = """
            update privacy_erasure
            set failures = failures + 1, next_at = :until
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String DONE = """
            update privacy_erasure
            set state = 'DONE', ended_at = :now, next_at = null
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    private static final RowMapper<Erasure> ROW = (rs, n) -> new Erasure(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("customer_id"),
            ErasureOrigin.valueOf(rs.getString("origin")),
            ErasureState.valueOf(rs.getString("state")),
            Sql.longOrNull(rs, "asked_by"),
            Sql.instant(rs, "asked_at"),
            Sql.instant(rs, "due_at"),
            rs.getBoolean("begun"),
            List.of((String[]) rs.getArray("parts").getArray()),
            rs.getInt("failures"),
            Sql.instantOrNull(rs, "ended_at"));

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param parts modules that have forgotten him */
    record Erasure(
            long id,
            long orgId,
            long customerId,
            ErasureOrigin origin,
            ErasureState state,
            @Nullable Long askedBy,
            Instant askedAt,
            Instant dueAt,
            boolean begun,
            List<String> parts,
            int failures,
            @Nullable Instant endedAt) {

        boolean isOpen() {
            return state == ErasureState.WAITING || state == ErasureState.RUNNING;
        }
    }

    record NewErasure(
            long orgId,
            long customerId,
            ErasureOrigin origin,
            @Nullable Long askedBy,
            Instant now,
            Instant dueAt) {}

    Optional<Erasure> insert(NewErasure wanted) {
        return jdbc.sql(INSERT)
                .param("org_id", wanted.orgId())
                .param("customer_id", wanted.customerId())
                .param("origin", wanted.origin().name())
                .param("asked_by", wanted.askedBy())
                .param("now", Sql.at(wanted.now()))
                .param("due_at", Sql.at(wanted.dueAt()))
                .query(ROW)
                .optional();
    }

    Optional<Erasure> find(long orgId, long id) {
        return of(FIND, orgId, id).query(ROW).optional();
    }

    Optional<Erasure> lock(long orgId, long id) {
        return of(LOCK, orgId, id).query(ROW).optional();
    }

    Optional<Erasure> lastOf(long orgId, List<Long> customers) {
        return jdbc.sql(LAST_OF)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .query(ROW)
                .optional();
    }

    List<Erasure> list(long orgId, boolean open, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("open", open)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** False: it has begun, or is over. */
    boolean cancel(Erasure erasure, long by, Instant now) {
        return of(CANCEL, erasure.orgId(), erasure.id())
                        .param("by", by)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Erasure> claim(Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .query(ROW)
                .optional();
    }

    void begun(Erasure erasure, Instant until) {
        until(BEGUN, erasure, until).update();
    }

    void lease(Erasure erasure, Instant until) {
        until(LEASE, erasure, until).update();
    }

    void partDone(Erasure erasure, String part, Instant until) {
        until(PART_DONE, erasure, until).param("part", part).update();
    }

    void failed(Erasure erasure, Instant until) {
        until(FAILED, erasure, until).update();
    }

    boolean done(Erasure erasure, Instant now) {
        return of(DONE, erasure.orgId(), erasure.id()).param("now", Sql.at(now)).update() == 1;
    }

    private JdbcClient.StatementSpec until(String sql, Erasure erasure, Instant until) {
        return of(sql, erasure.orgId(), erasure.id()).param("until", Sql.at(until));
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
