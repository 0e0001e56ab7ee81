package org.qiao.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers as principals. */
@Repository
class GuestStore {

    static final String INSERT_PRINCIPAL = """
            insert into principal (kind, org_id, created_at)
            values ('CUSTOMER', :org_id, :now)
            returning id
            """;

    static final String INSERT = """
            insert into account_guest (principal_id, org_id, name, locale, created_at)
            values (:id, :org_id, :name, :locale, :now)
            """;

    static final String FACES = """
            select g.principal_id, g.name, g.avatar_id, g.locale, p.enabled
            from account_guest g
            join principal p on p.id = g.principal_id
            where g.org_id = :org_id and g.principal_id = any(:ids)
            """;

    static final String ACTOR = """
            select g.org_id, g.principal_id, g.locale, o.zone
            from account_guest g
            join org o on o.id = g.org_id
            where g.org_id = :org_id and g.principal_id = :id
            """;

    static final String RENAME = """
            update account_guest
            set name = :name
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_LOCALE = """
            update account_guest
            set locale = :locale
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_AVATAR = """
            update account_guest
            set avatar_id = :avatar_id
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_ENABLED = """
            update principal
            set enabled = :enabled
            where org_id = :org_id and id = :id and kind = 'CUSTOMER'
            """;

    private static final RowMapper<Guests.Face> FACE = (rs, n) -> new Guests.Face(
            rs.getLong("principal_id"),
            rs.getString("name"),
            Sql.longOrNull(rs, "avatar_id"),
            Locale.forLanguageTag(rs.getString("locale")),
            rs.getBoolean("enabled"));

    private final JdbcClient jdbc;

    GuestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long orgId, String name, Locale locale, Instant now) {
        long id = jdbc.sql(INSERT_PRINCIPAL)
                .param("org_id", orgId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        of(INSERT, orgId, id)
                .param("name", name)
                .param("locale", locale.toLanguageTag())
                .param("now", Sql.at(now))
                .update();
        return id;
    }

    List<Guests.Face> faces(long orgId, Collection<Long> ids) {
        return jdbc.sql(FACES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(FACE)
                .list();
    }

    Optional<Actor> actor(long orgId, long id) {
        return of(ACTOR, orgId, id)
                .query((rs, n) -> new Actor(
                        rs.getLong("org_id"),
                        rs.getLong("principal_id"),
                        Set.of(),
                        Locale.forLanguageTag(rs.getString("locale")),
                        ZoneId.of(rs.getString("zone"))))
                .optional();
    }

    boolean rename(long orgId, long id, String name) {
        return of(RENAME, orgId, id).param("name", name).update() == 1;
    }

    boolean setLocale(long orgId, long id, Locale locale) {
        return of(SET_LOCALE, orgId, id).param("locale", locale.toLanguageTag()).update() == 1;
    }

    boolean setAvatar(long orgId, long id, @Nullable Long fileId) {
        return of(SET_AVATAR, orgId, id)
                        .param("avatar_id", fileId, java.sql.Types.BIGINT)
                        .update()
                == 1;
    }

    boolean setEnabled(long orgId, long id, boolean enabled) {
        return of(SET_ENABLED, orgId, id).param("enabled", enabled).update() == 1;
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
