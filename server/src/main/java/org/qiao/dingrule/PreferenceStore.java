package org.qiao.dingrule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreferenceStore {

    static final String FIND = """
            select quiet_from, quiet_until, deputy_id, deputy_from, deputy_until
            from dingrule_preference
            where org_id = :org_id and principal_id = :principal_id
            """;

    static final String SET = """
            insert into dingrule_preference
                (org_id, principal_id, quiet_from, quiet_until, deputy_id, deputy_from, deputy_until)
            values (:org_id, :principal_id, :quiet_from::time, :quiet_until::time, :deputy_id::bigint, :deputy_from::date,
                :deputy_until::date)
            on conflict (org_id, principal_id) do update
                set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, deputy_id = excluded.deputy_id,
                    deputy_from = excluded.deputy_from, deputy_until = excluded.deputy_until
            """;

    static final String QUIET = """
            select principal_id, quiet_from, quiet_until
            from dingrule_preference
            where org_id = :org_id and principal_id = any(:ids) and quiet_from is not null
            """;

    static final String DEPUTIES = """
            select principal_id, deputy_id
            from dingrule_preference
            where org_id = :org_id and principal_id = any(:ids) and :day between deputy_from and deputy_until
            """;

    private static final RowMapper<Row> ROW = (rs, n) -> {
        LocalTime from = rs.getObject("quiet_from", LocalTime.class);
        LocalTime until = rs.getObject("quiet_until", LocalTime.class);
        Long deputy = rs.getObject("deputy_id", Long.class);
        return new Row(
                from == null ? null : new QuietHours(from, until),
                deputy == null
                        ? null
                        : new Deputy(
                                deputy,
                                rs.getObject("deputy_from", LocalDate.class),
                                rs.getObject("deputy_until", LocalDate.class)));
    };

    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Deputy(long id, LocalDate from, LocalDate until) {}

    record Row(@Nullable QuietHours quiet, @Nullable Deputy deputy) {}

    Optional<Row> find(long orgId, long principalId) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .query(ROW)
                .optional();
    }

    void set(long orgId, long principalId, Row row) {
        QuietHours quiet = row.quiet();
        Deputy deputy = row.deputy();
        jdbc.sql(SET)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("quiet_from", quiet == null ? null : quiet.from())
                .param("quiet_until", quiet == null ? null : quiet.until())
                .param("deputy_id", deputy == null ? null : deputy.id())
                .param("deputy_from", deputy == null ? null : deputy.from())
                .param("deputy_until", deputy == null ? null : deputy.until())
                .update();
    }

    Map<Long, QuietHours> quiet(long orgId, Collection<Long> ids) {
        Map<Long, QuietHours> found = new HashMap<>();
        jdbc.sql(QUIET)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    found.put(
                            rs.getLong("principal_id"),
                            new QuietHours(
                                    rs.getObject("quiet_from", LocalTime.class),
                                    rs.getObject("quiet_until", LocalTime.class)));
                });
        return found;
    }

    Map<Long, Long> deputies(long orgId, Collection<Long> ids, LocalDate day) {
        Map<Long, Long> found = new HashMap<>();
        jdbc.sql(DEPUTIES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("day", day)
                .query(rs -> {
                    found.put(rs.getLong("principal_id"), rs.getLong("deputy_id"));
                });
        return found;
    }
}
