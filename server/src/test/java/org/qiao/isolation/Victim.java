package org.qiao.isolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.platform.SecureTokens;
import org.qiao.testing.Given;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A company with one of everything. Texts of the directory carry {@link #MARKER}, which nobody outside may read; texts of
 * conversations and files carry {@link #SECRET}, which nobody but the participants may read.
 */
final class Victim {

    static final String MARKER = "VICTIM7f3a";
    static final String SECRET = "SECRET9c1e";

    private final JdbcClient jdbc;
    private final TestOrg org;
    private final Map<String, String> ids = new HashMap<>();

    private Victim(JdbcClient jdbc, TestOrg org) {
        this.jdbc = jdbc;
        this.org = org;
    }

    static Victim create(Given given, JdbcClient jdbc) {
        TestOrg org = given.org();
        Victim victim = new Victim(jdbc, org);
        TestUser owner = org.owner();
        TestUser member = org.user(MARKER);
        victim.ids.put("org", Long.toString(org.id()));
        victim.ids.put("root", Long.toString(org.rootDepartmentId()));
        victim.ids.put("member", Long.toString(member.id()));
        victim.ids.put("entry", "2");
        victim.addDirectory(owner);
        victim.addDoor(owner);
        victim.addImport(owner);
        victim.addConversation(owner, member);
        victim.addFileAndDevice(owner);
        victim.addSubscription(owner);
        return victim;
    }

    TestOrg org() {
        return org;
    }

    Ids ids() {
        return new Ids(ids);
    }

    /** Of every row in every table that belongs to the company. */
    String checksum() {
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.columns
                        where column_name = 'org_id' and table_schema = 'public' order by table_name
                        """).query(String.class).list();
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            String rows = jdbc.sql("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table
                            + " t where org_id = :org")
                    .param("org", org.id())
                    .query(String.class)
                    .single();
            all.append(table).append(' ').append(rows).append('\n');
        }
        return all.toString();
    }

    private void addDirectory(TestUser owner) {
        jdbc.sql("update org set name = :name where id = :org")
                .param("name", MARKER)
                .param("org", org.id())
                .update();
        put("department", """
                insert into directory_department (org_id, parent_id, name) values (:org, :root, :text) returning id
                """, Map.of("root", org.rootDepartmentId()));
        put("role", """
                insert into directory_role (org_id, group_name, name, created_at)
                values (:org, :text, :text, now()) returning id
                """, Map.of());
    }

    private void addDoor(TestUser owner) {
        put("invitation", """
                insert into onboarding_invitation (org_id, token, approval, created_by, created_at, expires_at)
                values (:org, :token, true, :owner, now(), now() + interval '30 days') returning id
                """, Map.of("owner", owner.id(), "token", SecureTokens.create()));
        put(
                "joinRequest",
                """
                insert into onboarding_join_request (org_id, invitation_id, account_id, name, created_at)
                values (:org, :invitation, :account, :text, now()) returning id
                """,
                Map.of("invitation", Long.valueOf(ids.get("invitation")), "account", owner.accountId()));
    }

    private void addImport(TestUser owner) {
        put("import", """
                insert into directoryimport_job (org_id, created_by, name, state, created_at)
                values (:org, :owner, :text, 'CHECKED', now()) returning id
                """, Map.of("owner", owner.id()));
    }

    private void addConversation(TestUser owner, TestUser member) {
        put("conversation", """
                insert into messaging_conversation (org_id, kind, title, created_by, created_at)
                values (:org, 'GROUP', :secret, :owner, now()) returning id
                """, Map.of("owner", owner.id()));
        long conversation = Long.parseLong(ids.get("conversation"));
        run("""
                insert into messaging_head (conversation_id, org_id, seq, message_no, moved_at)
                values (:conversation, :org, 2, 2, now())
                """, Map.of("conversation", conversation));
        run("""
                insert into messaging_member (conversation_id, principal_id, org_id, role, from_seq, from_no, joined_at)
                select :conversation, p, :org, case when p = :owner then 'OWNER' else 'MEMBER' end, 1, 0, now()
                from unnest(array[:owner, :member]::bigint[]) p
                """, Map.of("conversation", conversation, "owner", owner.id(), "member", member.id()));
        run("""
                insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, kind, client_key, digest,
                    body, created_at)
                select :conversation, n, :org, n, :owner, 'TEXT', 'key' || n, '\\x00',
                    jsonb_build_object('text', :secret::text), now()
                from generate_series(1, 2) n
                """, Map.of("conversation", conversation, "owner", owner.id()));
    }

    private void addFileAndDevice(TestUser owner) {
        run("""
                insert into file_blob (org_id, sha256, size, type, created_at)
                values (:org, sha256(convert_to(:secret, 'UTF8')), 1, 'text/plain', now())
                """, Map.of());
        put("file", """
                insert into file_upload (org_id, owner_id, sha256, name, created_at)
                values (:org, :owner, sha256(convert_to(:secret, 'UTF8')), :secret, now()) returning id
                """, Map.of("owner", owner.id()));
        put(
                "device",
                "select id from account_session where account_id = :account limit 1",
                Map.of("account", owner.accountId()));
    }

    private void addSubscription(TestUser owner) {
        put("subscription", """
                insert into notice_subscription
                    (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                values (:org, :owner, 0, 'https://push.example.com/' || :secret, decode(repeat('04', 65), 'hex'),
                    decode(repeat('00', 16), 'hex'), now(), now()) returning id
                """, Map.of("owner", owner.id()));
    }

    private void put(String slot, String sql, Map<String, Object> params) {
        long id = jdbc.sql(sql)
                .param("org", org.id())
                .param("text", MARKER)
                .param("secret", SECRET)
                .params(params)
                .query(Long.class)
                .single();
        ids.put(slot, Long.toString(id));
    }

    private void run(String sql, Map<String, Object> params) {
        jdbc.sql(sql)
                .param("org", org.id())
                .param("text", MARKER)
                .param("secret", SECRET)
                .params(params)
                .update();
    }
}
