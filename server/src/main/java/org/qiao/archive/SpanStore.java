package org.qiao.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.messaging.Oversight.Window;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the chats of which employees are archived. */
@Repository
class SpanStore {

    static final String OPEN = """
            insert into archive_span (org_id, member_id, from_at)
            select :org_id, i.id, :now
            from unnest(:people::bigint[]) as i (id)
            on conflict (org_id, member_id) where until_at is null do nothing
            """;

    static final String CLOSE = """
            update archive_span
            set until_at = greatest(from_at, :now)
            where org_id = :org_id and until_at is null and member_id not in (select unnest(:people::bigint[]))
            """;

    static final String OF = """
            select member_id, from_at, until_at
            from archive_span
            where org_id = :org_id and member_id = any(:members)
            order by id
            """;

    static final String OPEN_AMONG = """
            select member_id
            from archive_span
            where org_id = :org_id and member_id = any(:members) and until_at is null
            """;

    static final String SINCE = """
            select from_at
            from archive_span
            where org_id = :org_id and member_id = :member_id and until_at is null
            """;

    /** Of all companies: org_id comes with the row. */
    static final String UNTOLD = """
            select org_id, member_id, id, tell_failures
            from archive_span
            where told_at is null and until_at is null and (tell_at is null or tell_at <= :now)
            order by org_id, id
            limit :limit
            """;

    static final String SET_TOLD = """
            update archive_span
            set told_at = :now
            where org_id = :org_id and id = any(:ids)
            """;

    static final String TELL_LATER = """
            update archive_span
            set tell_failures = tell_failures + 1, tell_at = :until
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<Span> SPAN = (rs, n) -> new Span(
            rs.getLong("member_id"), new Window(Sql.instant(rs, "from_at"), Sql.instantOrNull(rs, "until_at")));

    private final JdbcClient jdbc;

    SpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Span(long memberId, Window window) {}

    record Untold(long orgId, long memberId, long id, int failures) {}

    /** These and nobody else are archived from now on. */
    void set(long orgId, Set<Long> people, Instant now) {
        for (String change : List.of(CLOSE, OPEN)) {
            jdbc.sql(change)
                    .param("org_id", orgId)
                    .param("people", people.toArray(Long[]::new))
                    .param("now", Sql.at(now))
                    .update();
        }
    }

    Map<Long, List<Window>> of(long orgId, Collection<Long> members) {
        return jdbc
                .sql(OF)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query(SPAN)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Span::memberId, Collectors.mapping(Span::window, Collectors.toList())));
    }

    Set<Long> openAmong(long orgId, Collection<Long> members) {
        return Set.copyOf(jdbc.sql(OPEN_AMONG)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    Optional<Instant> since(long orgId, long memberId) {
        return jdbc.sql(SINCE)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .query((rs, n) -> Sql.instant(rs, "from_at"))
                .optional();
    }

    List<Untold> untold(Instant now, int limit) {
        return jdbc.sql(UNTOLD)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, n) -> new Untold(
                        rs.getLong("org_id"), rs.getLong("member_id"), rs.getLong("id"), rs.getInt("tell_failures")))
                .list();
    }

    void tellLater(Untold one, Instant until) {
        jdbc.sql(TELL_LATER)
                .param("org_id", one.orgId())
                .param("id", one.id())
                .param("until", Sql.at(until))
                .update();
    }

    void setTold(long orgId, Collection<Long> ids, Instant now) {
        jdbc.sql(SET_TOLD)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }
}
