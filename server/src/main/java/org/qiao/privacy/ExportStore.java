package org.qiao.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExportStore {

    private static final String COLUMNS_PART = """
            e.id, e.org_id, e.customer_id, e.asked_by, e.state, e.locale, e.done, e.parts, e.attempts, e.file_id, e.size, e.asked_at,
            e.next_at
            """;

    /** No row when one is being made already. */
    static final String INSERT = """
            insert into privacy_export as e (org_id, customer_id, asked_by, locale, asked_at, next_at)
            values (:org_id, :customer_id, :asked_by, :locale, :now, :now)
            on conflict (org_id, customer_id, asked_by) where state in ('WAITING', 'RUNNING') do nothing
            returning
            """ + COLUMNS_PART;

    static final String FIND = "select " + COLUMNS_PART + """
            from privacy_export e
            where e.org_id = :org_id and e.id = :id
            """;

    static final String OF_CUSTOMERS = "select " + COLUMNS_PART + """
            from privacy_export e
            where e.org_id = :org_id and e.customer_id = any(:customers)
            order by e.id desc
            limit :limit
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from privacy_export e
            where e.org_id = :org_id and e.id < :before
            order by e.id desc
            limit :limit
            """;

    static final String COUNT_SINCE = """
            select count(*)
            from privacy_export
            where org_id = :org_id and customer_id = any(:customers) and asked_by = :asked_by and asked_at > :since
            """;

    /** Of all companies: to be made, or to be removed. Taken for a while, see ErasureStore. org_id is the row's. */
    static final String CLAIM = """
            update privacy_export e
            set state = case when e.state = 'WAITING' then 'RUNNING' else e.state end, next_at = :until,
                attempts = e.attempts + case when e.state = 'READY' then 0 else 1 end
            where e.id = (
                select x.id
                from privacy_export x
                where x.next_at <= :now
                order by x.next_at
                limit 1
                for update skip locked)
            returning
            """ + COLUMNS_PART;

    static final String STEP = """
            update privacy_export
            set done = :done, parts = :parts, next_at = :until
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String READY = """
            update privacy_export
            set state = 'READY', file_id = :file_id, size = :size, done = parts, ended_at = :now, next_at = :until
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String AGAIN = """
            update privacy_export
            set next_at = :until
            where org_id = :org_id and id = :id and state = 'RUNNING'
            """;

    static final String END = """
            update privacy_export
            set state = :state, file_id = null, size = null, ended_at = coalesce(ended_at, :now), next_at = null
            where org_id = :org_id and id = :id
            """;

    static final String FILES = """
            select id, asked_by, file_id
            from privacy_export
            where org_id = :org_id and customer_id = any(:customers) and (file_id is not null or next_at is not null)
            order by id
            limit :limit
            """;

    private static final RowMapper<Export> ROW = (rs, n) -> new Export(
            rs.getLong("id"),
            rs.getLong("org_id"),
            rs.getLong("customer_id"),
            rs.getLong("asked_by"),
            ExportState.valueOf(rs.getString("state")),
            Locale.forLanguageTag(rs.getString("locale")),
            rs.getInt("done"),
            rs.getInt("parts"),
            rs.getInt("attempts"),
            Sql.longOrNull(rs, "file_id"),
            Sql.longOrNull(rs, "size"),
            Sql.instant(rs, "asked_at"),
            Sql.instantOrNull(rs, "next_at"));

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nextAt READY: when it will be removed */
    record Export(
            long id,
            long orgId,
            long customerId,
            long askedBy,
            ExportState state,
            Locale locale,
            int done,
            int parts,
            int attempts,
            @Nullable Long fileId,
            @Nullable Long size,
            Instant askedAt,
            @Nullable Instant nextAt) {

        @Nullable
        Instant goneAt() {
            return state == ExportState.READY ? nextAt : null;
        }
    }

    record NewExport(long orgId, long customerId, long askedBy, Locale locale, Instant now) {}

    /** A made package. */
    record Made(long fileId, long size, Instant now, Instant until) {}

    Optional<Export> insert(NewExport wanted) {
        return jdbc.sql(INSERT)
                .param("org_id", wanted.orgId())
                .param("customer_id", wanted.customerId())
                .param("asked_by", wanted.askedBy())
                .param("locale", wanted.locale().toLanguageTag())
                .param("now", Sql.at(wanted.now()))
                .query(ROW)
                .optional();
    }

    Optional<Export> find(long orgId, long id) {
        return of(FIND, orgId, id).query(ROW).optional();
    }

    /** Newest first. */
    List<Export> ofCustomers(long orgId, Collection<Long> customers, int limit) {
        return jdbc.sql(OF_CUSTOMERS)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Export> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    int countSince(long orgId, Collection<Long> customers, long askedBy, Instant since) {
        return jdbc.sql(COUNT_SINCE)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("asked_by", askedBy)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    Optional<Export> claim(Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .query(ROW)
                .optional();
    }

    void step(Export export, int done, int parts, Instant until) {
        of(STEP, export.orgId(), export.id())
                .param("done", done)
                .param("parts", parts)
                .param("until", Sql.at(until))
                .update();
    }

    /** False: it was ended meanwhile. */
    boolean ready(Export export, Made made) {
        return of(READY, export.orgId(), export.id())
                        .param("file_id", made.fileId())
                        .param("size", made.size())
                        .param("now", Sql.at(made.now()))
                        .param("until", Sql.at(made.until()))
                        .update()
                == 1;
    }

    void again(Export export, Instant until) {
        of(AGAIN, export.orgId(), export.id()).param("until", Sql.at(until)).update();
    }

    void end(long orgId, long id, ExportState state, Instant now) {
        of(END, orgId, id)
                .param("state", state.name())
                .param("now", Sql.at(now))
                .update();
    }

    /** @param fileId 0: none yet */
    record Kept(long id, long askedBy, long fileId) {}

    /** What a package is called; its owner is who asked for it. */
    static String fileName(long id) {
        return "personal-data-" + id + ".zip";
    }

    List<Kept> kept(long orgId, Collection<Long> customers, int limit) {
        return jdbc.sql(FILES)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("limit", limit)
                .query((rs, n) -> new Kept(rs.getLong("id"), rs.getLong("asked_by"), rs.getLong("file_id")))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
