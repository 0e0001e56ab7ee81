package org.qiao.testing;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.qiao.platform.Grant;
import org.qiao.platform.SecureTokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes companies and people straight in the database: a company costs a few milliseconds. */
@TestComponent
public class Given {

    private static final AtomicLong NUMBER = new AtomicLong(19_000_000_000L + System.nanoTime() % 900_000_000L);

    private static final Argon2PasswordEncoder CHEAP = new Argon2PasswordEncoder(16, 32, 1, 64, 1);

    private final JdbcClient jdbc;

    Given(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fresh company with its root department. */
    public TestOrg org() {
        long id = jdbc.sql("insert into org (name) values ('测试公司') returning id")
                .query(Long.class)
                .single();
        long root = jdbc.sql("insert into directory_department (org_id, name) values (:org, '测试公司') returning id")
                .param("org", id)
                .query(Long.class)
                .single();
        return new TestOrg(this, id, root);
    }

    /** Somebody with administrative rights of his own choice. */
    public TestUser user(TestOrg org, String name, Set<Grant> grants) {
        long number = NUMBER.incrementAndGet();
        long account = jdbc.sql("insert into account (phone) values (:phone) returning id")
                .param("phone", "+86" + number)
                .query(Long.class)
                .single();
        long principal = jdbc.sql("""
                        insert into principal (kind, org_id, account_id, grants)
                        values ('MEMBER', :org, :account, :grants) returning id
                        """)
                .param("org", org.id())
                .param("account", account)
                .param("grants", grants.stream().map(Grant::name).toArray(String[]::new))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into directory_member (principal_id, org_id, name, phone, state)
                        values (:id, :org, :name, :phone, 'ACTIVE')
                        """)
                .param("id", principal)
                .param("org", org.id())
                .param("name", name)
                .param("phone", "+86" + number)
                .update();
        jdbc.sql("""
                        insert into directory_department_member (org_id, department_id, principal_id, main)
                        values (:org, :department, :id, true)
                        """)
                .param("org", org.id())
                .param("department", org.rootDepartmentId())
                .param("id", principal)
                .update();
        return new TestUser(org.id(), account, principal, session(account, principal));
    }

    /** Lets the person sign in with a password; hashed cheaply, as the hash itself says how. */
    public void password(TestUser user, String password) {
        jdbc.sql("update account set password_hash = :hash where id = :id")
                .param("id", user.accountId())
                .param("hash", CHEAP.encode(password))
                .update();
    }

    /** What the person types to sign in. */
    public String phone(TestUser user) {
        return jdbc.sql("select phone from account where id = :id")
                .param("id", user.accountId())
                .query(String.class)
                .single();
    }

    /** The same person in another company, working there with a device of its own. */
    public TestUser colleague(TestOrg org, TestUser person) {
        TestUser other = user(org, "李四", Set.of());
        jdbc.sql("update principal set account_id = :account where id = :id")
                .param("id", other.id())
                .param("account", person.accountId())
                .update();
        return new TestUser(org.id(), person.accountId(), other.id(), session(person.accountId(), other.id()));
    }

    /** A customer of the company with a device; no account. */
    public TestUser guest(TestOrg org, String name) {
        long id = jdbc.sql("insert into principal (kind, org_id) values ('CUSTOMER', :org) returning id")
                .param("org", org.id())
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into account_guest (principal_id, org_id, name, locale, created_at) values (:id, :org, :name, 'zh-CN', now())")
                .param("id", id)
                .param("org", org.id())
                .param("name", name)
                .update();
        return new TestUser(org.id(), 0, id, guestSession(org.id(), id));
    }

    /** A token of one more device of a customer; its last use is so late that it is never written again. */
    public String guestSession(long orgId, long guestId) {
        String token = "v." + SecureTokens.create();
        jdbc.sql("""
                        insert into account_guest_session (id, org_id, principal_id, token_hash, device, address, created_at,
                            last_seen_at, expires_at)
                        values (nextval(pg_get_serial_sequence('account_session', 'id')), :org, :principal, :hash, 'test',
                            '127.0.0.1', now(), now() + interval '3650 days', now() + interval '3650 days')
                        """)
                .param("org", orgId)
                .param("principal", guestId)
                .param("hash", SecureTokens.hash(token))
                .update();
        return token;
    }

    /** A token of one more device. */
    public String session(long accountId, long principalId) {
        String token = SecureTokens.create();
        jdbc.sql("""
                        insert into account_session (account_id, principal_id, token_hash, bearer, device, address,
                            created_at, last_seen_at, expires_at)
                        values (:account, :principal, :hash, true, 'test', '127.0.0.1', now(), now(), now() + interval '3650 days')
                        """)
                .param("account", accountId)
                .param("principal", principalId)
                .param("hash", SecureTokens.hash(token))
                .update();
        return token;
    }
}
