package org.qiao.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunStore {

    private static final String COLUMNS_PART = """
             r.id, r.org_id, r.member_id, r.takers, r.message, r.state, r.total, r.done, r.skipped, r.reached, r.started_by,
            r.started_at, r.ended_at
            """;

    static final String INSERT = """
            insert into handover_run as r (org_id, member_id, takers, message, state, total, started_by, started_at)
            values (:org_id, :member_id, :takers, :message, 'RUNNING', :total, :started_by, :now)
            on conflict (org_id, member_id) where state = 'RUNNING' do nothing
            returning
            """ + COLUMNS_PART;

    static final String FIND = "select" + COLUMNS_PART + """
            from handover_run r
            where r.org_id = :org_id and r.id = :id
            """;

    static final String LOCK = "select" + COLUMNS_PART + """
            from handover_run r
            where r.org_id = :org_id and r.id = :id
            for update
            """;

    static final String LAST = "select distinct on (r.member_id)" + COLUMNS_PART + """
            from handover_run r
            where r.org_id = :org_id and r.member_id = any(:members)
            order by r.member_id, r.id desc
            """;

    static final String STEP = """
            update handover_run
            set done = done + :done, skipped = skipped + :skipped, reached = :reached
            where org_id = :org_id and id = :id
            """;

    static final String END = """
            update handover_run
            set state = :state, ended_at = :now
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    private static final RowMapper<Run> ROW = RunStore::row;

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far it is. */
    enum RunState {
        RUNNING,
        DONE,
        /** Nobody chosen has room any more: the rest still waits for somebody. */
        TAKERS_FULL,
        STOPPED
    }

    /**
     * Everything of one leaver goes to these.
     *
     * @param total customers at its beginning
     * @param skipped customers whom somebody else took meanwhile
     * @param reached the last relation that was looked at
     */
    record Run(
            long id,
            long orgId,
            long memberId,
            List<Long> takers,
            String message,
            RunState state,
            int total,
            int done,
            int skipped,
            long reached,
            long startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** What people see of it. */
    record HandOverRunView(
            long id,
            long memberId,
            List<Long> takerIds,
            RunState state,
            int total,
            int done,
            int skipped,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static HandOverRunView of(Run run) {
            return new HandOverRunView(
                    run.id(),
                    run.memberId(),
                    run.takers(),
                    run.state(),
                    run.total(),
                    run.done(),
                    run.skipped(),
                    run.startedAt(),
                    run.endedAt());
        }
    }

    private static Run row(ResultSet rs, int number) throws SQLException {
        return new Run(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("member_id"),
                List.of((Long[]) rs.getArray("takers").getArray()),
                rs.getString("message"),
                RunState.valueOf(rs.getString("state")),
                rs.getInt("total"),
                rs.getInt("done"),
                rs.getInt("skipped"),
                rs.getLong("reached"),
                rs.getLong("started_by"),
                Sql.instant(rs, "started_at"),
                Sql.instantOrNull(rs, "ended_at"));
    }

    /** What is wanted. */
    record NewRun(long orgId, long memberId, Collection<Long> takers, String message, int total, long startedBy) {}

    /** Empty: one is under way. */
    Optional<Run> insert(NewRun wanted, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", wanted.orgId())
                .param("member_id", wanted.memberId())
                .param("takers", wanted.takers().toArray(Long[]::new))
                .param("message", wanted.message())
                .param("total", wanted.total())
                .param("started_by", wanted.startedBy())
                .param("now", Sql.at(now))
                .query(ROW)
                .optional();
    }

    Optional<Run> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<Run> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    /** The newest of each. */
    Map<Long, Run> last(long orgId, Collection<Long> members) {
        return jdbc
                .sql(LAST)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Run::memberId, run -> run));
    }

    void step(Run run, boolean moved, long reached) {
        jdbc.sql(STEP)
                .param("org_id", run.orgId())
                .param("id", run.id())
                .param("done", moved ? 1 : 0)
                .param("skipped", moved ? 0 : 1)
                .param("reached", reached)
                .update();
    }

    boolean end(Run run, RunState state, Instant now) {
        return jdbc.sql(END)
                        .param("org_id", run.orgId())
                        .param("id", run.id())
                        .param("state", state.name())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }
}
