package org.qiao.customercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareNumbers.Sums;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Employees' days added up. */
@Repository
class StatisticsStore {

    private static final List<String> COUNTS = List.of(
            "opened",
            "taken",
            "ended_by_customer",
            "ended_by_member",
            "chats",
            "received",
            "sent",
            "asked",
            "answered",
            "settled",
            "passed");

    private static final String SUMS_PART =
            " array[" + COUNTS.stream().map(name -> "sum(d." + name + ")").collect(Collectors.joining(", "))
                    + "]::integer[] as counts, sum(d.work_seconds) as work_seconds, sum(d.clock_seconds) as clock_seconds, "
                    + classes("work_times") + ", " + classes("clock_times");

    private static final String SPAN_PART = """
             from customercare_day d
            where d.org_id = :org_id and d.day between :from and :until
            """;

    private static final String PEOPLE_PART = " and d.member_id in (select unnest(:people::bigint[]))\n";

    static final String TOTAL = "select" + SUMS_PART + SPAN_PART;

    static final String TOTAL_OF = TOTAL + PEOPLE_PART;

    static final String DAYS = "select d.day," + SUMS_PART + SPAN_PART + " group by d.day order by d.day";

    static final String DAYS_OF =
            "select d.day," + SUMS_PART + SPAN_PART + PEOPLE_PART + " group by d.day order by d.day";

    static final String MEMBERS = "select d.member_id," + SUMS_PART + SPAN_PART + " group by d.member_id";

    static final String MEMBERS_OF =
            "select d.member_id," + SUMS_PART + SPAN_PART + PEOPLE_PART + " group by d.member_id";

    static final String ADD_EXPORT = """
            insert into customercare_export (org_id, by_id, scope, from_day, until, lines, at)
            values (:org_id, :by_id, :scope, :from, :until, :lines, :now)
            """;

    static final String EXPORTS = """
            select id, by_id, scope, from_day, until, lines, at
            from customercare_export
            where org_id = :org_id and id < :before
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    StatisticsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One class after the other: adding arrays up element by element is what the database does fastest like this. */
    private static String classes(String column) {
        return IntStream.rangeClosed(1, ReplyTimes.CLASSES)
                .mapToObj(n -> "coalesce(sum(d." + column + "[" + n + "]), 0)")
                .collect(Collectors.joining(", ", "array[", "]::integer[] as " + column));
    }

    /** Both days included. */
    record Span(LocalDate from, LocalDate until) {

        /** As long, just before. */
        Span before() {
            long days = from.until(until, ChronoUnit.DAYS) + 1;
            return new Span(from.minusDays(days), from.minusDays(1));
        }
    }

    record DaySums(LocalDate day, Sums sums) {}

    record MemberSums(long memberId, Sums sums) {}

    record Export(long id, long byId, CareScope scope, Span span, int lines, Instant at) {}

    /** @param people null: everybody */
    Sums total(long orgId, @Nullable Collection<Long> people, Span span) {
        return of(people == null ? TOTAL : TOTAL_OF, orgId, people, span)
                .query((rs, n) -> sums(rs))
                .single();
    }

    /** Days on which there was nothing are left out. */
    List<DaySums> days(long orgId, @Nullable Collection<Long> people, Span span) {
        return of(people == null ? DAYS : DAYS_OF, orgId, people, span)
                .query((rs, n) -> new DaySums(rs.getObject("day", LocalDate.class), sums(rs)))
                .list();
    }

    List<MemberSums> members(long orgId, @Nullable Collection<Long> people, Span span) {
        return of(people == null ? MEMBERS : MEMBERS_OF, orgId, people, span)
                .query((rs, n) -> new MemberSums(rs.getLong("member_id"), sums(rs)))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, @Nullable Collection<Long> people, Span span) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("org_id", orgId).param("from", span.from()).param("until", span.until());
        return people == null ? statement : statement.param("people", people.toArray(Long[]::new));
    }

    private static Sums sums(ResultSet rs) throws SQLException {
        return new Sums(
                numbers(rs, "counts"),
                rs.getLong("work_seconds"),
                rs.getLong("clock_seconds"),
                numbers(rs, "work_times"),
                numbers(rs, "clock_times"));
    }

    private static int[] numbers(ResultSet rs, String column) throws SQLException {
        return Arrays.stream((@Nullable Integer[]) rs.getArray(column).getArray())
                .mapToInt(count -> count == null ? 0 : count)
                .toArray();
    }

    void addExport(Actor actor, CareScope scope, Span span, int lines, Instant now) {
        jdbc.sql(ADD_EXPORT)
                .param("org_id", actor.orgId())
                .param("by_id", actor.principalId())
                .param("scope", scope.name())
                .param("from", span.from())
                .param("until", span.until())
                .param("lines", lines)
                .param("now", Sql.at(now))
                .update();
    }

    List<Export> exports(long orgId, long before, int limit) {
        return jdbc.sql(EXPORTS)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Export(
                        rs.getLong("id"),
                        rs.getLong("by_id"),
                        CareScope.valueOf(rs.getString("scope")),
                        new Span(rs.getObject("from_day", LocalDate.class), rs.getObject("until", LocalDate.class)),
                        rs.getInt("lines"),
                        Sql.instant(rs, "at")))
                .list();
    }
}
