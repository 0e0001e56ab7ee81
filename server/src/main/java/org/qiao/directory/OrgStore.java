package org.qiao.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qiao.directory.Orgs.NewOrg;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OrgStore {

    static final String INSERT = """
            insert into org (name, zone, locale, sample)
            values (:name, :zone, :locale, :sample)
            returning id
            """;

    static final String FIND = """
            select id, name, zone, locale, settings
            from org
            where id = :org_id
            """;

    static final String NAMES = """
            select id, name
            from org
            where id = any(:org_ids)
            """;

    static final String EXIST = """
            select exists (select 1 from org)
            """;

    static final String FIRST = """
            select coalesce(min(id), 0)
            from org
            """;

    static final String UPDATE = """
            update org
            set name = :name, zone = :zone, locale = :locale, settings = cast(:settings as jsonb)
            where id = :org_id
            """;

    /** Changes of the tree and of ownership take turns here. The weaker lock lets inserts that refer to the company pass. */
    static final String LOCK = """
            select id
            from org
            where id = :org_id
            for no key update
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    private final RowMapper<OrgView> row;

    OrgStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new OrgView(
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("zone"),
                rs.getString("locale"),
                settings(rs.getString("settings")));
    }

    long insert(NewOrg org) {
        return jdbc.sql(INSERT)
                .param("name", org.name())
                .param("zone", org.zone().getId())
                .param("locale", org.locale())
                .param("sample", org.sample())
                .query(Long.class)
                .single();
    }

    Optional<OrgView> find(long orgId) {
        return jdbc.sql(FIND).param("org_id", orgId).query(row).optional();
    }

    Map<Long, String> names(Collection<Long> orgIds) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql(NAMES)
                .param("org_ids", orgIds.toArray(Long[]::new))
                .query((rs, n) -> Map.entry(rs.getLong("id"), rs.getString("name")))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    boolean exist() {
        return jdbc.sql(EXIST).query(Boolean.class).single();
    }

    long first() {
        return jdbc.sql(FIRST).query(Long.class).single();
    }

    void update(OrgView org) {
        jdbc.sql(UPDATE)
                .param("org_id", org.id())
                .param("name", org.name())
                .param("zone", org.zone())
                .param("locale", org.locale())
                .param("settings", json.writeValueAsString(org.settings()))
                .update();
    }

    void lock(long orgId) {
        jdbc.sql(LOCK).param("org_id", orgId).query(Long.class).single();
    }

    private OrgSettings settings(String stored) {
        return json.readValue(stored, OrgRequest.Settings.class).onto(OrgSettings.STANDARD);
    }
}
