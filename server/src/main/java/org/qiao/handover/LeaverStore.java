package org.qiao.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeaverStore {

    private static final String COLUMNS_PART = " l.org_id, l.member_id, l.kind, l.lead_id, l.since ";

    /** Leaving counts from the last time; who was locked out before and leaves now keeps his lead. */
    static final String PUT = """
            insert into handover_leaver (org_id, member_id, kind, lead_id, since)
            values (:org_id, :member_id, :kind, :lead_id::bigint, :now)
            on conflict (org_id, member_id) do update
                set kind = excluded.kind, lead_id = coalesce(excluded.lead_id, handover_leaver.lead_id), since = excluded.since,
                    returned_at = null
                where handover_leaver.returned_at is not null or handover_leaver.kind <> excluded.kind
            """;

    static final String RETURNED = """
            update handover_leaver
            set returned_at = :now
            where org_id = :org_id and member_id = :member_id and returned_at is null
            """;

    static final String FIND = "select" + COLUMNS_PART + """
            from handover_leaver l
            where l.org_id = :org_id and l.member_id = :member_id and l.returned_at is null
            """;

    static final String LIST = "select" + COLUMNS_PART + """
            from handover_leaver l
            where l.org_id = :org_id and l.returned_at is null and l.member_id < :before
                and (:leads::bigint[] is null or l.lead_id in (select unnest(:leads::bigint[])))
            order by l.member_id desc
            limit :limit
            """;

    static final String OF_LEADS = """
            select l.member_id
            from handover_leaver l
            where l.org_id = :org_id and l.returned_at is null and l.lead_id = any(:leads)
            """;

    private static final RowMapper<Leaver> ROW = LeaverStore::row;

    private final JdbcClient jdbc;

    LeaverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why somebody serves no more. */
    enum LeaverKind {
        LEFT,
        DISABLED
    }

    /** @param leadId who led him and looks after it now */
    record Leaver(
            long orgId,
            long memberId,
            LeaverKind kind,
            @Nullable Long leadId,
            Instant since) {}

    private static Leaver row(ResultSet rs, int number) throws SQLException {
        return new Leaver(
                rs.getLong("org_id"),
                rs.getLong("member_id"),
                LeaverKind.valueOf(rs.getString("kind")),
                Sql.longOrNull(rs, "lead_id"),
                Sql.instant(rs, "since"));
    }

    /** False: it is known already. */
    boolean put(Leaver leaver) {
        return jdbc.sql(PUT)
                        .param("org_id", leaver.orgId())
                        .param("member_id", leaver.memberId())
                        .param("kind", leaver.kind().name())
                        .param("lead_id", leaver.leadId())
                        .param("now", Sql.at(leaver.since()))
                        .update()
                == 1;
    }

    boolean returned(long orgId, long memberId, Instant now) {
        return jdbc.sql(RETURNED)
                        .param("org_id", orgId)
                        .param("member_id", memberId)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Leaver> find(long orgId, long memberId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .query(ROW)
                .optional();
    }

    List<Long> ofLeads(long orgId, Collection<Long> leads) {
        return jdbc.sql(OF_LEADS)
                .param("org_id", orgId)
                .param("leads", leads.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** @param leads whose people; null: all */
    List<Leaver> list(long orgId, @Nullable Collection<Long> leads, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("leads", leads == null ? null : leads.toArray(Long[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }
}
