package org.qiao.account;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Accounts.Contact;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts stand above companies: there is no org_id here. */
@Repository
class AccountStore {

    static final String GET = """
            select id, phone, email, locale, theme, password_hash is not null as has_password
            from account
            where id = :id
            """;

    static final String FIND_BY_PHONE = """
            select id
            from account
            where phone = :phone
            """;

    static final String FIND_BY_EMAIL = """
            select id
            from account
            where email = :email
            """;

    static final String PASSWORD_HASH = """
            select password_hash
            from account
            where id = :id and password_hash is not null
            """;

    /** No row when somebody was faster with one of the two. */
    static final String INSERT = """
            insert into account (phone, email, locale, created_at)
            values (:phone, :email, :locale, :now)
            on conflict do nothing
            returning id
            """;

    static final String INSERT_ALL = """
            insert into account (phone, email, locale, created_at)
            select fresh.phone, fresh.email, :locale, :now
            from unnest(:phones::text[], :emails::text[]) as fresh (phone, email)
            on conflict do nothing
            returning id, phone, email
            """;

    static final String KNOWN = """
            select phone as login
            from account
            where phone = any(:logins)
            union all
            select email
            from account
            where email = any(:logins)
            """;

    static final String SET_PASSWORD = """
            update account
            set password_hash = :hash
            where id = :id
            """;

    static final String UPDATE = """
            update account
            set phone = :phone, email = :email, locale = :locale, theme = :theme
            where id = :id
            """;

    static final String LOCK = """
            select id
            from account
            where id = :id
            for update
            """;

    private static final RowMapper<Account> ROW = (rs, n) -> new Account(
            rs.getLong("id"),
            rs.getString("phone"),
            rs.getString("email"),
            rs.getString("locale"),
            Account.Theme.valueOf(rs.getString("theme")),
            rs.getBoolean("has_password"));

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Account get(long id) {
        return jdbc.sql(GET).param("id", id).query(ROW).single();
    }

    Optional<Long> findByPhone(String phone) {
        return jdbc.sql(FIND_BY_PHONE).param("phone", phone).query(Long.class).optional();
    }

    Optional<Long> findByEmail(String email) {
        return jdbc.sql(FIND_BY_EMAIL).param("email", email).query(Long.class).optional();
    }

    Optional<String> passwordHash(long id) {
        return jdbc.sql(PASSWORD_HASH).param("id", id).query(String.class).optional();
    }

    Optional<Long> insert(@Nullable String phone, @Nullable String email, String locale, Instant now) {
        return jdbc.sql(INSERT)
                .param("phone", phone)
                .param("email", email)
                .param("locale", locale)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    void setPassword(long id, String hash) {
        jdbc.sql(SET_PASSWORD).param("id", id).param("hash", hash).update();
    }

    void update(Account account) {
        jdbc.sql(UPDATE)
                .param("id", account.id())
                .param("phone", account.phone())
                .param("email", account.email())
                .param("locale", account.locale())
                .param("theme", account.theme().name())
                .update();
    }

    /** Whoever changes what an account may do (password, companies) takes turns here. */
    void lock(long id) {
        jdbc.sql(LOCK).param("id", id).query(Long.class).single();
    }

    /** Ids of new accounts; who has a phone number or an address that exists is left out. */
    Map<Contact, Long> insertAll(Collection<Contact> people, String locale, Instant now) {
        Map<Contact, Long> ids = new HashMap<>();
        jdbc.sql(INSERT_ALL)
                .param("phones", people.stream().map(Contact::phone).toArray(String[]::new))
                .param("emails", people.stream().map(Contact::email).toArray(String[]::new))
                .param("locale", locale)
                .param("now", Sql.at(now))
                .query(rs -> {
                    ids.put(new Contact(rs.getString("phone"), rs.getString("email")), rs.getLong("id"));
                });
        return ids;
    }

    /** Those of the phone numbers and addresses that have an account. */
    Set<String> known(Collection<String> logins) {
        return jdbc.sql(KNOWN)
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
