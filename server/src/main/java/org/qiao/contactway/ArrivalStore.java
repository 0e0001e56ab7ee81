package org.qiao.contactway;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of codes: the lock that arrivals take turns on, and everything that is counted. */
@Repository
class ArrivalStore {

    static final String LOCK_DAY = """
            select turn
            from contactway_day
            where org_id = :org_id and way_id = :way_id and day = :day
            for update
            """;

    static final String MAKE_DAY = """
            insert into contactway_day (org_id, way_id, day)
            values (:org_id, :way_id, :day)
            on conflict do nothing
            """;

    static final String COUNT_OPENED = """
            update contactway_day
            set turn = turn + 1, opened = opened + 1
            where org_id = :org_id and way_id = :way_id and day = :day
            """;

    static final String COUNT_AGAIN = """
            insert into contactway_day as d (org_id, way_id, day, again)
            values (:org_id, :way_id, :day, 1)
            on conflict (org_id, way_id, day) do update set again = d.again + 1
            """;

    static final String COUNT_WAITED = """
            update contactway_day
            set waited = waited + 1
            where org_id = :org_id and way_id = :way_id and day = :day
            """;

    static final String COUNT_VIEW = """
            insert into contactway_view as v (org_id, way_id, day, views)
            values (:org_id, :way_id, :day, 1)
            on conflict (org_id, way_id, day) do update set views = v.views + 1
            """;

    static final String TAKEN = """
            select member_id, taken, last_turn
            from contactway_taken
            where org_id = :org_id and way_id = :way_id and day = :day
            """;

    static final String COUNT_TAKEN = """
            insert into contactway_taken as t (org_id, way_id, day, member_id, taken, beyond, last_turn)
            values (:org_id, :way_id, :day, :member_id, 1, :beyond, :turn)
            on conflict (org_id, way_id, day, member_id) do update
                set taken = t.taken + 1, beyond = t.beyond + excluded.beyond, last_turn = excluded.last_turn
            """;

    static final String DAYS = """
            select coalesce(d.day, v.day) as day, coalesce(v.views, 0) as views, coalesce(d.opened, 0) as opened,
                coalesce(d.again, 0) as again, coalesce(d.waited, 0) as waited
            from (
                select day, opened, again, waited
                from contactway_day
                where org_id = :org_id and way_id = :way_id and day between :from and :until) d
            full join (
                select day, views
                from contactway_view
                where org_id = :org_id and way_id = :way_id and day between :from and :until) v on v.day = d.day
            order by 1
            """;

    static final String PEOPLE = """
            select member_id, sum(taken) as taken, sum(beyond) as beyond
            from contactway_taken
            where org_id = :org_id and way_id = :way_id and day between :from and :until
            group by member_id
            order by taken desc, member_id
            """;

    static final String TOTALS = """
            select way_id, sum(opened) as opened
            from contactway_day
            where org_id = :org_id and way_id = any(:ways)
            group by way_id
            """;

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One day of one code. */
    record WayDay(long orgId, long wayId, LocalDate day) {}

    /** What somebody got on that day. */
    record Taken(long memberId, int taken, int lastTurn) {}

    record DayCount(LocalDate day, int views, int opened, int again, int waited) {}

    record PersonCount(long memberId, int taken, int beyond) {}

    /** Whoever has it counts alone until his transaction ends. Answers the arrivals given away so far. */
    int lock(WayDay day) {
        Optional<Integer> turn = of(LOCK_DAY, day).query(Integer.class).optional();
        if (turn.isPresent()) {
            return turn.get();
        }
        of(MAKE_DAY, day).update();
        return of(LOCK_DAY, day).query(Integer.class).single();
    }

    Map<Long, Taken> taken(WayDay day) {
        Map<Long, Taken> taken = new HashMap<>();
        of(TAKEN, day).query(rs -> {
            taken.put(
                    rs.getLong("member_id"),
                    new Taken(rs.getLong("member_id"), rs.getInt("taken"), rs.getInt("last_turn")));
        });
        return taken;
    }

    /** @param turn of this arrival, from 1 */
    void countOpened(WayDay day, ChoiceRule.Choice choice, int turn) {
        of(COUNT_OPENED, day).update();
        of(COUNT_TAKEN, day)
                .param("member_id", choice.memberId())
                .param("beyond", choice.beyond() ? 1 : 0)
                .param("turn", turn)
                .update();
    }

    void countAgain(WayDay day) {
        of(COUNT_AGAIN, day).update();
    }

    void countWaited(WayDay day) {
        of(COUNT_WAITED, day).update();
    }

    void countView(WayDay day) {
        of(COUNT_VIEW, day).update();
    }

    List<DayCount> days(long orgId, long wayId, LocalDate from, LocalDate until) {
        return span(DAYS, orgId, wayId, from, until)
                .query((rs, n) -> new DayCount(
                        rs.getObject("day", LocalDate.class),
                        rs.getInt("views"),
                        rs.getInt("opened"),
                        rs.getInt("again"),
                        rs.getInt("waited")))
                .list();
    }

    List<PersonCount> people(long orgId, long wayId, LocalDate from, LocalDate until) {
        return span(PEOPLE, orgId, wayId, from, until)
                .query((rs, n) -> new PersonCount(rs.getLong("member_id"), rs.getInt("taken"), rs.getInt("beyond")))
                .list();
    }

    /** Customers that each code has brought altogether; those without are left out. */
    Map<Long, Integer> totals(long orgId, Collection<Long> ways) {
        Map<Long, Integer> totals = new HashMap<>();
        jdbc.sql(TOTALS)
                .param("org_id", orgId)
                .param("ways", ways.toArray(Long[]::new))
                .query(rs -> {
                    totals.put(rs.getLong("way_id"), rs.getInt("opened"));
                });
        return totals;
    }

    private JdbcClient.StatementSpec of(String sql, WayDay day) {
        return jdbc.sql(sql)
                .param("org_id", day.orgId())
                .param("way_id", day.wayId())
                .param("day", day.day());
    }

    private JdbcClient.StatementSpec span(String sql, long orgId, long wayId, LocalDate from, LocalDate until) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("way_id", wayId)
                .param("from", from)
                .param("until", until);
    }
}
