package org.qiao.workcalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.qiao.workcalendar.WorkCalendar.OwnDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of calendars. */
@Repository
class CalendarStore {

    static final String SETTINGS = """
            select settings
            from workcalendar_settings
            where org_id = :org_id and settings is not null
            """;

    /** Makes the row on which changes take turns. */
    static final String TAKE_TURN = """
            insert into workcalendar_settings (org_id, updated_at)
            values (:org_id, :now)
            on conflict (org_id) do update set updated_at = excluded.updated_at
            """;

    static final String SET_SETTINGS = """
            update workcalendar_settings
            set settings = :settings::jsonb, updated_by = :principal_id, updated_at = :now
            where org_id = :org_id
            """;

    static final String DAYS = """
            select day, work, name
            from workcalendar_day
            where org_id = :org_id
            """;

    static final String COUNT_OTHER_DAYS = """
            select count(*)
            from workcalendar_day
            where org_id = :org_id and day <> :day
            """;

    static final String SET_DAY = """
            insert into workcalendar_day (org_id, day, work, name, changed_by, changed_at)
            values (:org_id, :day, :work, :name, :principal_id, :now)
            on conflict (org_id, day) do update
                set work = excluded.work, name = excluded.name, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    static final String CLEAR_DAY = """
            delete from workcalendar_day
            where org_id = :org_id and day = :day
            """;

    static final String YEARS = """
            select document
            from workcalendar_year
            where org_id = :org_id
            """;

    static final String SET_YEAR = """
            insert into workcalendar_year (org_id, year, document, imported_by, imported_at)
            values (:org_id, :year, :document::jsonb, :principal_id, :now)
            on conflict (org_id, year) do update
                set document = excluded.document, imported_by = excluded.imported_by, imported_at = excluded.imported_at
            """;

    static final String CLEAR_YEAR = """
            delete from workcalendar_year
            where org_id = :org_id and year = :year
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CalendarStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<CalendarSettings> settings(long orgId) {
        return jdbc.sql(SETTINGS)
                .param("org_id", orgId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, CalendarSettings.class));
    }

    void takeTurn(Actor actor, Instant now) {
        jdbc.sql(TAKE_TURN)
                .param("org_id", actor.orgId())
                .param("now", Sql.at(now))
                .update();
    }

    void set(Actor actor, CalendarSettings settings, Instant now) {
        jdbc.sql(SET_SETTINGS)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("settings", json.writeValueAsString(settings))
                .param("now", Sql.at(now))
                .update();
    }

    Map<LocalDate, OwnDay> days(long orgId) {
        Map<LocalDate, OwnDay> days = new HashMap<>();
        jdbc.sql(DAYS)
                .param("org_id", orgId)
                .query((rs, n) -> Map.entry(
                        rs.getObject("day", LocalDate.class), new OwnDay(rs.getBoolean("work"), rs.getString("name"))))
                .list()
                .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
        return days;
    }

    int countOtherDays(Actor actor, LocalDate day) {
        return jdbc.sql(COUNT_OTHER_DAYS)
                .param("org_id", actor.orgId())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    void setDay(Actor actor, LocalDate day, OwnDay decided, Instant now) {
        jdbc.sql(SET_DAY)
                .param("org_id", actor.orgId())
                .param("day", day)
                .param("work", decided.work())
                .param("name", decided.name())
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    void clearDay(Actor actor, LocalDate day) {
        jdbc.sql(CLEAR_DAY).param("org_id", actor.orgId()).param("day", day).update();
    }

    List<HolidayYear> years(long orgId) {
        return jdbc.sql(YEARS).param("org_id", orgId).query(String.class).list().stream()
                .map(text -> json.readValue(text, HolidayYear.class))
                .toList();
    }

    void setYear(Actor actor, HolidayYear year, Instant now) {
        jdbc.sql(SET_YEAR)
                .param("org_id", actor.orgId())
                .param("year", year.year())
                .param("document", json.writeValueAsString(year))
                .param("principal_id", actor.principalId())
                .param("now", Sql.at(now))
                .update();
    }

    void clearYear(Actor actor, int year) {
        jdbc.sql(CLEAR_YEAR).param("org_id", actor.orgId()).param("year", year).update();
    }
}
