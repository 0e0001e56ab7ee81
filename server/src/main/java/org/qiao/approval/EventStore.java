package org.qiao.approval;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowEvent;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What happened in runs: the truth. Rows are added and never changed. */
@Repository
class EventStore {

    static final String APPEND = """
            insert into approval_event (org_id, approval_id, no, at, actor_id, data)
            select :org_id, :approval_id, e.no, :at, :actor_id::bigint, e.data::jsonb
            from unnest(:nos::integer[], :data::text[]) as e (no, data)
            """;

    static final String LOAD = """
            select no, at, actor_id, data
            from approval_event
            where org_id = :org_id and approval_id = :approval_id and no > :after
            order by no
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param actorId null: a rule or a timer */
    record Stored(int no, Instant at, @Nullable Long actorId, FlowEvent event) {}

    /** Gives the events the numbers behind the last one of the run, whose row the caller has locked. */
    void append(Approval run, List<FlowEvent> events, @Nullable Long actorId, Instant at) {
        jdbc.sql(APPEND)
                .param("org_id", run.orgId())
                .param("approval_id", run.id())
                .param("at", Sql.at(at))
                .param("actor_id", actorId)
                .param(
                        "nos",
                        IntStream.rangeClosed(run.version() + 1, run.version() + events.size())
                                .boxed()
                                .toArray(Integer[]::new))
                .param(
                        "data",
                        events.stream()
                                .map(event -> json.writerFor(FlowEvent.class).writeValueAsString(event))
                                .toArray(String[]::new))
                .update();
    }

    /** All after a number, in their order; the engine bounds how many a run can have. */
    List<Stored> load(long orgId, long approvalId, int after) {
        return jdbc.sql(LOAD)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .param("after", after)
                .query((rs, n) -> new Stored(
                        rs.getInt("no"),
                        Sql.instant(rs, "at"),
                        Sql.longOrNull(rs, "actor_id"),
                        json.readValue(rs.getString("data"), FlowEvent.class)))
                .list();
    }
}
