package org.qiao.dingrule;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counters; each addition holds the row until the end of the transaction, so that a quota cannot be passed twice. */
@Repository
class UsageStore {

    static final String ADD = """
            insert into dingrule_usage (org_id, day, sender_id, way, department_id, used)
            values (:org_id, :day, :sender_id, :way, :department_id, :added)
            on conflict (org_id, day, sender_id, way) do update set used = dingrule_usage.used + excluded.used
            returning used
            """;

    static final String ADD_MONTH = """
            insert into dingrule_month (org_id, month, way, used)
            values (:org_id, :month, :way, :added)
            on conflict (org_id, month, way) do update set used = dingrule_month.used + excluded.used
            returning used
            """;

    static final String USED = """
            select coalesce(sum(used), 0)
            from dingrule_usage
            where org_id = :org_id and day = :day and sender_id = :sender_id and way = :way
            """;

    static final String USED_MONTH = """
            select coalesce(sum(used), 0)
            from dingrule_month
            where org_id = :org_id and month = :month and way = :way
            """;

    static final String STATISTICS = """
            select day, department_id, way, sum(used) as used
            from dingrule_usage
            where org_id = :org_id and day between :from_day and :until_day and used > 0
            group by day, department_id, way
            order by day, department_id, way
            """;

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sum(LocalDate day, long departmentId, Way way, long count) {}

    record Counter(long orgId, long senderId, long departmentId, Way way, LocalDate day) {}

    int add(Counter counter, int added) {
        return jdbc.sql(ADD)
                .param("org_id", counter.orgId())
                .param("day", counter.day())
                .param("sender_id", counter.senderId())
                .param("way", counter.way().name())
                .param("department_id", counter.departmentId())
                .param("added", added)
                .query(Integer.class)
                .single();
    }

    int addMonth(Counter counter, int added) {
        return jdbc.sql(ADD_MONTH)
                .param("org_id", counter.orgId())
                .param("month", counter.day().withDayOfMonth(1))
                .param("way", counter.way().name())
                .param("added", added)
                .query(Integer.class)
                .single();
    }

    int used(Counter counter) {
        return jdbc.sql(USED)
                .param("org_id", counter.orgId())
                .param("day", counter.day())
                .param("sender_id", counter.senderId())
                .param("way", counter.way().name())
                .query(Integer.class)
                .single();
    }

    int usedMonth(Counter counter) {
        return jdbc.sql(USED_MONTH)
                .param("org_id", counter.orgId())
                .param("month", counter.day().withDayOfMonth(1))
                .param("way", counter.way().name())
                .query(Integer.class)
                .single();
    }

    List<Sum> statistics(long orgId, LocalDate from, LocalDate until) {
        return jdbc.sql(STATISTICS)
                .param("org_id", orgId)
                .param("from_day", from)
                .param("until_day", until)
                .query((rs, n) -> new Sum(
                        rs.getObject("day", LocalDate.class),
                        rs.getLong("department_id"),
                        Way.valueOf(rs.getString("way")),
                        rs.getLong("used")))
                .list();
    }
}
