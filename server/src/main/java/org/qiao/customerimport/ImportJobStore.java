package org.qiao.customerimport;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customerimport.ImportJob.ImportCounts;
import org.qiao.customerimport.ImportJob.Known;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.customerimport.ImportJob.State;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of customers: who brought which, and what came of it. They stay; their rows do not. */
@Repository
class ImportJobStore {

    private static final String COLUMNS_PART = """
            select id, org_id, created_by, name, state, member_id, known, ignored, locale, row_count, ready_count, known_count,
                bad_count, made, completed, skipped, failed, created_at, ended_at
            from customerimport_job
            """;

    static final String INSERT = """
            insert into customerimport_job (org_id, created_by, name, state, member_id, known, ignored, locale, row_count,
                ready_count, known_count, bad_count, created_at)
            values (:org_id, :created_by, :name, 'CHECKED', :member_id, 'SKIP', :ignored, :locale, :rows, :ready, :known, :bad, :now)
            returning id
            """;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and id = :id
            """;

    static final String LIST = COLUMNS_PART + """
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    /** Of all companies: org_id is the row's. */
    static final String RUNNING = COLUMNS_PART + """
            where state = 'RUNNING'
            order by id
            """;

    /** Only one request wins; of a company one at a time. */
    static final String START = """
            update customerimport_job
            set state = 'RUNNING', known = :known
            where org_id = :org_id and id = :id and state = 'CHECKED'
            """;

    static final String CANCEL = """
            update customerimport_job
            set state = 'CANCELLED', ended_at = :now
            where org_id = :org_id and id = :id and state in ('CHECKED', 'RUNNING')
            """;

    static final String FINISH = """
            update customerimport_job
            set state = 'DONE', ended_at = :now
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String COUNT = """
            update customerimport_job
            set made = made + case when :result = 'MADE' then :count else 0 end,
                completed = completed + case when :result = 'COMPLETED' then :count else 0 end,
                skipped = skipped + case when :result = 'SKIPPED' then :count else 0 end,
                failed = failed + case when :result = 'FAILED' then :count else 0 end
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<ImportJob> ROW = (rs, n) -> new ImportJob(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("created_by"),
            rs.getString("name"),
            State.valueOf(rs.getString("state")),
            Sql.longOrNull(rs, "member_id"),
            Known.valueOf(rs.getString("known")),
            List.of((String[]) rs.getArray("ignored").getArray()),
            Locale.forLanguageTag(rs.getString("locale")),
            new ImportCounts(
                    rs.getInt("row_count"),
                    rs.getInt("ready_count"),
                    rs.getInt("known_count"),
                    rs.getInt("bad_count"),
                    rs.getInt("made"),
                    rs.getInt("completed"),
                    rs.getInt("skipped"),
                    rs.getInt("failed")),
            Sql.instant(rs, "created_at"),
            Sql.instantOrNull(rs, "ended_at"));

    private final JdbcClient jdbc;

    ImportJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a file that was read. */
    record Fresh(String name, @Nullable Long memberId, List<String> ignored, ImportCounts counts) {}

    long insert(Actor actor, Fresh fresh, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", actor.orgId())
                .param("created_by", actor.principalId())
                .param("name", fresh.name())
                .param("member_id", fresh.memberId())
                .param("ignored", fresh.ignored().toArray(String[]::new))
                .param("locale", actor.locale().toLanguageTag())
                .param("rows", fresh.counts().rows())
                .param("ready", fresh.counts().ready())
                .param("known", fresh.counts().matched())
                .param("bad", fresh.counts().bad())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<ImportJob> find(long orgId, long id) {
        return of(FIND, orgId, id).query(ROW).optional();
    }

    List<ImportJob> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<ImportJob> running() {
        return jdbc.sql(RUNNING).query(ROW).list();
    }

    boolean start(long orgId, long id, Known known) {
        return of(START, orgId, id).param("known", known.name()).update() == 1;
    }

    boolean cancel(long orgId, long id, Instant now) {
        return of(CANCEL, orgId, id).param("now", Sql.at(now)).update() == 1;
    }

    void finish(long orgId, long id, Instant now) {
        of(FINISH, orgId, id).param("now", Sql.at(now)).update();
    }

    void count(long orgId, long id, RowState result, int count) {
        of(COUNT, orgId, id)
                .param("result", result.name())
                .param("count", count)
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
