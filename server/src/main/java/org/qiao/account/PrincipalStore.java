package org.qiao.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Grant;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PrincipalStore {

    static final String INSERT_MEMBER = """
            insert into principal (kind, org_id, account_id, claimed, created_at)
            values ('MEMBER', :org_id, :account_id, false, :now)
            on conflict do nothing
            returning id
            """;

    static final String INSERT_VOICE = """
            insert into principal (kind, org_id, app, created_at)
            values ('BOT', :org_id, :app, :now)
            on conflict (org_id, app) where app is not null do nothing
            """;

    static final String FIND_VOICE = """
            select id
            from principal
            where org_id = :org_id and app = :app
            """;

    static final String VOICES = """
            select id, app
            from principal
            where org_id = :org_id and id = any(:ids) and kind = 'BOT'
            """;

    static final String INSERT_ALL = """
            insert into principal (kind, org_id, account_id, claimed, created_at)
            select 'MEMBER', :org_id, fresh.account_id, :claimed, :now
            from unnest(:account_ids::bigint[]) as fresh (account_id)
            returning id, account_id
            """;

    static final String FIND = """
            select id, org_id, account_id, enabled, claimed, grants
            from principal
            where org_id = :org_id and id = :id and kind <> 'CUSTOMER'
            """;

    static final String FIND_ALL = """
            select id, org_id, account_id, enabled, claimed, grants
            from principal
            where org_id = :org_id and id = any(:ids) and kind <> 'CUSTOMER'
            """;

    static final String FIND_ACCOUNT = """
            select id, org_id, account_id, enabled, claimed, grants
            from principal
            where org_id = :org_id and account_id = :account_id
            """;

    static final String FIND_CLAIMED = """
            select id, org_id, account_id, enabled, claimed, grants
            from principal
            where org_id = :org_id and account_id = :account_id and claimed
            """;

    /** All companies of one account, for the account itself: the one statement that looks across companies. */
    static final String LIST_CLAIMED = """
            select id, org_id, account_id, enabled, claimed, grants
            from principal
            where account_id = :account_id and claimed and org_id is not null
            order by id
            limit :limit
            """;

    static final String FIRST_CLAIMED = """
            select id
            from principal
            where account_id = :account_id and claimed and org_id is not null
            order by enabled desc, id
            limit 1
            """;

    static final String IS_ELSEWHERE = """
            select exists (
                select 1
                from principal
                where account_id = :account_id and claimed and org_id <> :org_id)
            """;

    static final String LOCALES = """
            select p.id, a.locale
            from principal p
            join account a on a.id = p.account_id
            where p.org_id = :org_id and p.id = any(:ids)
            """;

    /** Claims of one account take turns with the links that set its password. */
    static final String OWNERS = """
            select id
            from principal
            where org_id = :org_id and 'OWNER' = any(grants)
            order by id
            limit 10
            """;

    static final String LOCK_ACCOUNT = """
            select a.id
            from principal p
            join account a on a.id = p.account_id
            where p.org_id = :org_id and p.id = :id
            for update of a
            """;

    static final String CLAIM = """
            update principal
            set claimed = true
            where org_id = :org_id and id = :id and account_id is not null
            """;

    static final String SET_ACCOUNT = """
            update principal
            set account_id = :account_id, claimed = false
            where org_id = :org_id and id = :id and kind <> 'CUSTOMER'
            """;

    static final String SET_ENABLED = """
            update principal
            set enabled = :enabled
            where org_id = :org_id and id = :id and kind <> 'CUSTOMER'
            """;

    static final String SET_GRANTS = """
            update principal
            set grants = :grants
            where org_id = :org_id and id = :id and kind <> 'CUSTOMER'
            """;

    private static final RowMapper<Membership> ROW = (rs, n) -> new Membership(
            rs.getLong("id"),
            rs.getLong("org_id"),
            Sql.longOrNull(rs, "account_id"),
            rs.getBoolean("enabled"),
            rs.getBoolean("claimed"),
            Arrays.stream((String[]) rs.getArray("grants").getArray())
                    .map(Grant::valueOf)
                    .collect(Collectors.toUnmodifiableSet()));

    private final JdbcClient jdbc;

    PrincipalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the account is already in the company. */
    Optional<Long> insertMember(long orgId, @Nullable Long accountId, Instant now) {
        return jdbc.sql(INSERT_MEMBER)
                .param("org_id", orgId)
                .param("account_id", accountId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    void insertVoice(long orgId, String app, Instant now) {
        jdbc.sql(INSERT_VOICE)
                .param("org_id", orgId)
                .param("app", app)
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Long> findVoice(long orgId, String app) {
        return jdbc.sql(FIND_VOICE)
                .param("org_id", orgId)
                .param("app", app)
                .query(Long.class)
                .optional();
    }

    /** Apps by id. */
    Map<Long, String> voices(long orgId, Collection<Long> ids) {
        Map<Long, String> apps = new HashMap<>();
        jdbc.sql(VOICES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    apps.put(rs.getLong("id"), rs.getString("app"));
                });
        return apps;
    }

    Optional<Membership> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    List<Membership> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND_ALL)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<Membership> findAccount(long orgId, long accountId) {
        return jdbc.sql(FIND_ACCOUNT)
                .param("org_id", orgId)
                .param("account_id", accountId)
                .query(ROW)
                .optional();
    }

    Optional<Membership> findClaimed(long accountId, long orgId) {
        return jdbc.sql(FIND_CLAIMED)
                .param("org_id", orgId)
                .param("account_id", accountId)
                .query(ROW)
                .optional();
    }

    List<Membership> listClaimed(long accountId, int limit) {
        return jdbc.sql(LIST_CLAIMED)
                .param("account_id", accountId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<Long> firstClaimed(long accountId) {
        return jdbc.sql(FIRST_CLAIMED)
                .param("account_id", accountId)
                .query(Long.class)
                .optional();
    }

    boolean isElsewhere(long accountId, long orgId) {
        return jdbc.sql(IS_ELSEWHERE)
                .param("account_id", accountId)
                .param("org_id", orgId)
                .query(Boolean.class)
                .single();
    }

    boolean lockAccount(long orgId, long id) {
        return jdbc.sql(LOCK_ACCOUNT)
                .param("org_id", orgId)
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean claim(long orgId, long id) {
        return jdbc.sql(CLAIM).param("org_id", orgId).param("id", id).update() == 1;
    }

    boolean setAccount(long orgId, long id, @Nullable Long accountId) {
        return jdbc.sql(SET_ACCOUNT)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("account_id", accountId)
                        .update()
                == 1;
    }

    boolean setEnabled(long orgId, long id, boolean enabled) {
        return jdbc.sql(SET_ENABLED)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("enabled", enabled)
                        .update()
                == 1;
    }

    boolean setGrants(long orgId, long id, Set<Grant> grants) {
        return jdbc.sql(SET_GRANTS)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param(
                                "grants",
                                grants.stream().map(Grant::name).sorted().toArray(String[]::new))
                        .update()
                == 1;
    }

    /** Ids by account. */
    Map<Long, Long> insertAll(long orgId, Collection<Long> accountIds, boolean claimed, Instant now) {
        Map<Long, Long> ids = new HashMap<>();
        jdbc.sql(INSERT_ALL)
                .param("org_id", orgId)
                .param("account_ids", accountIds.toArray(Long[]::new))
                .param("claimed", claimed)
                .param("now", Sql.at(now))
                .query(rs -> {
                    ids.put(rs.getLong("account_id"), rs.getLong("id"));
                });
        return ids;
    }

    Map<Long, Locale> locales(long orgId, Collection<Long> ids) {
        Map<Long, Locale> locales = new HashMap<>();
        jdbc.sql(LOCALES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    locales.put(rs.getLong("id"), Locale.forLanguageTag(rs.getString("locale")));
                });
        return locales;
    }

    List<Long> owners(long orgId) {
        return jdbc.sql(OWNERS).param("org_id", orgId).query(Long.class).list();
    }
}
