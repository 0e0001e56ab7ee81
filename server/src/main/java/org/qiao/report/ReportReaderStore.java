package org.qiao.report;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may read which report, who has, and in which conversations it was shown. */
@Repository
class ReportReaderStore {

    static final String ADD = """
            insert into report_reader (org_id, report_id, principal_id, recipient, since)
            select :org_id, :report_id, person, :recipient, :now
            from unnest(:people::bigint[]) as person
            on conflict (org_id, principal_id, report_id) do update
            set recipient = report_reader.recipient or excluded.recipient
            """;

    static final String FIND = """
            select principal_id, recipient, read_version, read_at
            from report_reader
            where org_id = :org_id and report_id = :report_id and principal_id = :principal_id
            """;

    static final String LIST = """
            select principal_id, recipient, read_version, read_at
            from report_reader
            where org_id = :org_id and report_id = :report_id and principal_id > :after
                and (:read::boolean is null or (read_version > 0) = :read)
            order by principal_id
            limit :limit
            """;

    static final String COUNTS = """
            select report_id, count(*) filter (where recipient) as recipients, count(*) filter (where read_version > 0) as read
            from report_reader
            where org_id = :org_id and report_id = any(:ids)
            group by report_id
            """;

    /** The first reading is what its author sees; edits are read again without changing it. */
    static final String READ = """
            update report_reader d
            set read_version = r.version, read_at = coalesce(d.read_at, :now)
            from report r
            where d.org_id = :org_id and d.principal_id = :principal_id and d.report_id = any(:ids)
                and r.org_id = :org_id and r.id = d.report_id and d.read_version < r.version
            returning r.id, r.author_id
            """;

    static final String DELETE = """
            delete from report_reader
            where org_id = :org_id and report_id = :report_id
            """;

    static final String UNREAD = """
            select count(*)
            from (
                select 1
                from report_reader
                where org_id = :org_id and principal_id = :principal_id and read_version = 0
                limit :most) unread
            """;

    static final String READABLE = """
            select report_id
            from report_reader
            where org_id = :org_id and principal_id = :principal_id and report_id = any(:ids)
            """;

    static final String SHARE = """
            insert into report_share (org_id, report_id, conversation_id, by_id, at)
            values (:org_id, :report_id, :conversation_id, :by_id, :now)
            on conflict do nothing
            """;

    static final String SHARES = """
            select conversation_id
            from report_share
            where org_id = :org_id and report_id = :report_id
            order by conversation_id
            limit :limit
            """;

    private static final RowMapper<Reader> ROW = (rs, n) -> new Reader(
            rs.getLong("principal_id"),
            rs.getBoolean("recipient"),
            rs.getInt("read_version"),
            Sql.instantOrNull(rs, "read_at"));

    private final JdbcClient jdbc;

    ReportReaderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param readVersion 0: has not read it */
    record Reader(
            long principalId,
            boolean recipient,
            int readVersion,
            @Nullable Instant readAt) {}

    record Counts(int recipients, int read) {

        static final Counts NOBODY = new Counts(0, 0);
    }

    record Opened(long reportId, long authorId) {}

    void add(Report report, Collection<Long> people, boolean recipient, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        of(ADD, report)
                .param("people", people.stream().distinct().sorted().toArray(Long[]::new))
                .param("recipient", recipient)
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Reader> find(Actor actor, Report report) {
        return of(FIND, report)
                .param("principal_id", actor.principalId())
                .query(ROW)
                .optional();
    }

    /** @param read null: all */
    List<Reader> list(Report report, @Nullable Boolean read, long after, int limit) {
        return of(LIST, report)
                .param("read", read, java.sql.Types.BOOLEAN)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Map<Long, Counts> counts(long orgId, Collection<Long> ids) {
        Map<Long, Counts> counts = new HashMap<>();
        jdbc.sql(COUNTS)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    counts.put(rs.getLong("report_id"), new Counts(rs.getInt("recipients"), rs.getInt("read")));
                });
        return counts;
    }

    /** @return those that had something new for him */
    List<Opened> read(Actor actor, Collection<Long> ids, Instant now) {
        return jdbc.sql(READ)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query((rs, n) -> new Opened(rs.getLong("id"), rs.getLong("author_id")))
                .list();
    }

    void delete(Report report) {
        of(DELETE, report).update();
    }

    int unread(Actor actor, int most) {
        return jdbc.sql(UNREAD)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Those of the reports in which the actor is named. */
    List<Long> readable(Actor actor, Collection<Long> ids) {
        return jdbc.sql(READABLE)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void share(Report report, long conversationId, long byId, Instant now) {
        of(SHARE, report)
                .param("conversation_id", conversationId)
                .param("by_id", byId)
                .param("now", Sql.at(now))
                .update();
    }

    List<Long> shares(Report report, int limit) {
        return of(SHARES, report).param("limit", limit).query(Long.class).list();
    }

    private JdbcClient.StatementSpec of(String statement, Report report) {
        return jdbc.sql(statement).param("org_id", report.orgId()).param("report_id", report.id());
    }
}
