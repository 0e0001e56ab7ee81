package org.qiao.customercare;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.qiao.customercare.CareDays.DayKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Employees' days. */
@Repository
class CareDayStore {

    static final String ENSURE = """
            insert into customercare_day (org_id, day, member_id)
            select :org_id, i.day, i.member_id
            from unnest(:days::date[], :members::bigint[]) as i (day, member_id)
            order by i.day, i.member_id
            on conflict (org_id, day, member_id) do nothing
            """;

    static final String LOCK = """
            select d.member_id
            from unnest(:days::date[], :members::bigint[]) as i (day, member_id)
            join customercare_day d on d.org_id = :org_id and d.day = i.day and d.member_id = i.member_id
            order by d.day, d.member_id
            for update of d
            """;

    static final String PUT = """
            update customercare_day d
            set opened = i.n[1], taken = i.n[2], ended_by_customer = i.n[3], ended_by_member = i.n[4], chats = i.n[5],
                received = i.n[6], sent = i.n[7], asked = i.n[8], answered = i.n[9], settled = i.n[10], passed = i.n[11],
                work_seconds = i.n[12], clock_seconds = i.n[13], work_times = i.work_times, clock_times = i.clock_times
            from (
                select x.day, x.member_id, x.numbers::bigint[] as n, x.works::integer[] as work_times,
                    x.clocks::integer[] as clock_times
                from unnest(:days::date[], :members::bigint[], :numbers::text[], :works::text[], :clocks::text[])
                    as x (day, member_id, numbers, works, clocks)) i
            where d.org_id = :org_id and d.day = i.day and d.member_id = i.member_id
            """;

    /** In the order of {@link #PUT}. */
    private static final List<ToLongFunction<MemberDay>> NUMBERS = List.of(
            day -> day.moves().opened(),
            day -> day.moves().taken(),
            day -> day.moves().endedByCustomer(),
            day -> day.moves().endedByMember(),
            day -> day.talks().chats(),
            day -> day.talks().received(),
            day -> day.talks().sent(),
            day -> day.replies().asked(),
            day -> day.replies().answered(),
            day -> day.replies().settled(),
            day -> day.replies().passed(),
            day -> day.replies().workSeconds(),
            day -> day.replies().clockSeconds());

    private final JdbcClient jdbc;

    CareDayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of days and people, so that two never wait for each other in a circle. */
    void lock(long orgId, Collection<DayKey> keys) {
        List<DayKey> all = List.copyOf(keys);
        of(ENSURE, orgId, all).update();
        of(LOCK, orgId, all).query(Long.class).list();
    }

    void put(long orgId, Map<DayKey, MemberDay> days) {
        List<DayKey> keys = List.copyOf(days.keySet());
        of(PUT, orgId, keys)
                .param("numbers", each(keys, days, CareDayStore::numbers))
                .param("works", each(keys, days, day -> literal(day.replies().workTimes())))
                .param("clocks", each(keys, days, day -> literal(day.replies().clockTimes())))
                .update();
    }

    private static String[] each(List<DayKey> keys, Map<DayKey, MemberDay> days, Function<MemberDay, String> field) {
        return keys.stream().map(days::get).map(field).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, List<DayKey> keys) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("days", keys.stream().map(key -> key.day().toString()).toArray(String[]::new))
                .param("members", keys.stream().map(DayKey::memberId).toArray(Long[]::new));
    }

    /** An array as the database reads it: many arrays at once can be handed over only as texts. */
    private static String numbers(MemberDay day) {
        return NUMBERS.stream()
                .map(number -> Long.toString(number.applyAsLong(day)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String literal(int[] counts) {
        return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
