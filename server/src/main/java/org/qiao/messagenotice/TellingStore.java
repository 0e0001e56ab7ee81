package org.qiao.messagenotice;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What companies and members want. */
@Repository
class TellingStore {

    static final String COMPANY = """
            select settings
            from messagenotice_company
            where org_id = :org_id
            """;

    static final String SET_COMPANY = """
            insert into messagenotice_company (org_id, settings, updated_at)
            values (:org_id, :settings::jsonb, :now)
            on conflict (org_id) do update set settings = excluded.settings, updated_at = excluded.updated_at
            """;

    static final String PEOPLE = """
            select principal_id, settings, quiet_until
            from messagenotice_person
            where org_id = :org_id and principal_id = any(:ids)
            """;

    static final String SET_PERSON = """
            insert into messagenotice_person (org_id, principal_id, settings, digest_at)
            values (:org_id, :principal_id, :settings::jsonb, :digest_at::time)
            on conflict (org_id, principal_id) do update set settings = excluded.settings, digest_at = excluded.digest_at
            """;

    static final String SET_QUIET = """
            insert into messagenotice_person (org_id, principal_id, quiet_until)
            values (:org_id, :principal_id, :until::timestamptz)
            on conflict (org_id, principal_id) do update set quiet_until = excluded.quiet_until
            """;

    static final String DIGEST_TIMES = """
            select distinct digest_at
            from messagenotice_person
            where org_id = :org_id and digest_at is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TellingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param settings null: the company's */
    record Person(@Nullable TellSettings settings, @Nullable Instant quietUntil) {

        static final Person UNKNOWN = new Person(null, null);
    }

    Optional<CompanyTelling> company(long orgId) {
        return jdbc.sql(COMPANY)
                .param("org_id", orgId)
                .query((rs, n) -> json.readValue(rs.getString("settings"), CompanyTelling.class))
                .optional();
    }

    void setCompany(long orgId, CompanyTelling settings, Instant now) {
        jdbc.sql(SET_COMPANY)
                .param("org_id", orgId)
                .param("settings", json.writeValueAsString(settings))
                .param("now", Sql.at(now))
                .update();
    }

    /** Only those who have chosen something. */
    Map<Long, Person> people(long orgId, Collection<Long> ids) {
        Map<Long, Person> found = new HashMap<>();
        jdbc.sql(PEOPLE)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    String settings = rs.getString("settings");
                    found.put(
                            rs.getLong("principal_id"),
                            new Person(
                                    settings == null ? null : json.readValue(settings, TellSettings.class),
                                    Sql.instantOrNull(rs, "quiet_until")));
                });
        return found;
    }

    /** @param settings null: the company's from now on */
    void setPerson(long orgId, long principalId, @Nullable TellSettings settings) {
        jdbc.sql(SET_PERSON)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("settings", settings == null ? null : json.writeValueAsString(settings))
                .param("digest_at", settings == null || !settings.digest() ? null : settings.digestAt())
                .update();
    }

    void setQuiet(long orgId, long principalId, @Nullable Instant until) {
        jdbc.sql(SET_QUIET)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("until", Sql.atOrNull(until))
                .update();
    }

    /** Of members who have chosen one. */
    Set<LocalTime> digestTimes(long orgId) {
        return new HashSet<>(jdbc.sql(DIGEST_TIMES)
                .param("org_id", orgId)
                .query((rs, n) -> rs.getObject("digest_at", LocalTime.class))
                .list());
    }
}
