package org.qiao.noticesim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls to the phones of a simulated network. */
@Repository
class SimulatedCallStore {

    /** No row when the phone is in another call. */
    static final String RING = """
            insert into noticesim_call (org_id, phone_id, order_id, speech, state, started_at)
            values (:org_id, :phone_id, :order_id, :speech, 'RINGING', :now)
            on conflict (org_id, phone_id) where ended_at is null do nothing
            returning id
            """;

    static final String ANSWER = """
            update noticesim_call
            set state = 'ANSWERED', answered_at = :now
            where org_id = :org_id and id = :id and state = 'RINGING'
            """;

    /** Ends a call that is in one of these states. */
    static final String END = """
            update noticesim_call
            set state = :state, pressed = cast(:pressed as text), ended_at = :now
            where org_id = :org_id and id = :id and state = :from
            """;

    static final String FIND = """
            select id, speech, state, pressed, started_at, answered_at, ended_at
            from noticesim_call
            where org_id = :org_id and id = :id
            """;

    static final String LIST = """
            select id, speech, state, pressed, started_at, answered_at, ended_at
            from noticesim_call
            where org_id = :org_id and phone_id = :phone_id and id < :before
            order by id desc
            limit :limit
            """;

    /** A call ends with the server that made it. */
    static final String CUT_ALL = """
            update noticesim_call
            set state = 'CUT', ended_at = :now
            where ended_at is null
            """;

    static final String DELETE_OLD = """
            delete from noticesim_call
            where started_at < :before
            """;

    private static final RowMapper<SimulatedCall> ROW = (rs, n) -> new SimulatedCall(
            rs.getLong("id"),
            rs.getString("speech"),
            State.valueOf(rs.getString("state")),
            rs.getString("pressed"),
            Sql.instant(rs, "started_at"),
            Sql.instantOrNull(rs, "answered_at"),
            Sql.instantOrNull(rs, "ended_at"));

    private final JdbcClient jdbc;

    SimulatedCallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        RINGING,
        ANSWERED,
        ENDED,
        REJECTED,
        NO_ANSWER,
        /** The server ended in the middle of it. */
        CUT
    }

    /** @param pressed the key; null for none */
    record SimulatedCall(
            long id,
            String speech,
            State state,
            @Nullable String pressed,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {}

    Optional<Long> ring(long orgId, long phoneId, long orderId, String speech, Instant now) {
        return jdbc.sql(RING)
                .param("org_id", orgId)
                .param("phone_id", phoneId)
                .param("order_id", orderId)
                .param("speech", speech)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    /** False when it does not ring any more. */
    boolean answer(long orgId, long id, Instant now) {
        return jdbc.sql(ANSWER)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /**
     * How a call ends.
     *
     * @param from the state it must be in
     */
    record End(State from, State to, @Nullable String pressed) {}

    /** False when it was not in the state to end from. */
    boolean end(long orgId, long id, End end, Instant now) {
        return jdbc.sql(END)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("from", end.from().name())
                        .param("state", end.to().name())
                        .param("pressed", end.pressed())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<SimulatedCall> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    List<SimulatedCall> list(long orgId, long phoneId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("phone_id", phoneId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    void cutAll(Instant now) {
        jdbc.sql(CUT_ALL).param("now", Sql.at(now)).update();
    }

    void deleteOld(Instant before) {
        jdbc.sql(DELETE_OLD).param("before", Sql.at(before)).update();
    }
}
