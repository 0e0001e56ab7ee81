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
        victim.addNotices(member);
        victim.addDing(owner, member);
        victim.addCalendar(owner, member);
        victim.addTemplate();
        victim.addApproval(owner, member);
        victim.addReport(owner, member);
        victim.addCallback();
        victim.addOpenDoors(owner);
        victim.addForeignTask(member);
        victim.addSubscription(owner);
        CustomerRows.add(victim, member);
        MassOperations.add(victim, member);
        PrivacyRows.add(victim, member);
        victim.addCustomer(given, member);
        HandOverVictim.add(jdbc, given, victim.org, victim.ids);
        victim.addRelation(member);
        ProductRows.add(victim, owner, member);
        GuardVictim.add(jdbc, victim.org, victim.ids);
        GroupRows.add(victim, member);
        MomentOperations.add(victim, owner, member);
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

    /** With the shipped ones marked as received: nothing comes by itself while the test looks. */
    private void addTemplate() {
        put("templateGroup", """
                insert into approval_template_group (org_id, name, position) values (:org, :text, 1) returning id
                """, Map.of());
        put("template", """
                insert into approval_template (org_id, group_id, position, name, icon, description, prefix, start_range, managers,
                    data_managers, version, published_revision, created_at, updated_at)
                values (:org, :group, 1, :text, 'form', :text, 'V', '{"everyone":true}', '{}', '{}', 1, 1, now(), now()) returning id
                """, Map.of("group", Long.valueOf(ids.get("templateGroup"))));
        String content = """
                jsonb_build_object('name', :text::text, 'icon', 'form', 'description', '', 'form',
                    jsonb_build_object('fields', jsonb_build_array(jsonb_build_object('key', 'a', 'kind', 'TEXT', 'label', 'A'))),
                    'route', '{"nodes":[]}'::jsonb, 'settings', '{"mayRevoke":true,"mayUndo":true,"comments":"READERS","numbering":
                    {"prefix":"V","period":"DAY","digits":4},"summary":[],"administratorId":null}'::jsonb)
                """;
        Map<String, Object> params = Map.of("template", Long.valueOf(ids.get("template")));
        run("""
                insert into approval_template_draft (org_id, template_id, revision, content, edited_at)
                values (:org, :template, 1, %s, now())
                """.formatted(content), params);
        run("""
                insert into approval_template_version (org_id, template_id, number, content, published_at)
                values (:org, :template, 1, %s, now())
                """.formatted(content), params);
        run("""
                insert into approval_template_shipped (org_id, shipped_key)
                select :org, unnest(array['leave', 'overtime', 'punch_correction', 'business_trip', 'going_out', 'expense', 'purchase',
                    'payment', 'seal', 'general', 'hire', 'resignation'])
                """, Map.of());
    }

    private void addSubscription(TestUser owner) {
        put("subscription", """
                insert into notice_subscription
                    (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                values (:org, :owner, 0, 'https://push.example.com/' || :secret, decode(repeat('04', 65), 'hex'),
                    decode(repeat('00', 16), 'hex'), now(), now()) returning id
                """, Map.of("owner", owner.id()));
    }

    /** Nothing that a dispatcher or a receipt would move while the test looks. */
    private void addNotices(TestUser member) {
        put("order", """
                insert into notice_order (org_id, order_key, channel, principal_id, locale, content, asks, state, reason, due_at,
                    not_after, moved_at, created_at)
                values (:org, :text, 'SMS', :member, 'zh-CN', jsonb_build_object('title', '', 'text', :secret::text), true,
                    'FAILED', 'GAVE_UP', now(), now(), now(), now())
                returning id
                """, Map.of("member", member.id()));
        ids.put("phone", "8613800138009");
        put("simulated", """
                insert into noticesim_phone (org_id, number, moved_at) values (:org, '+8613800138009', now()) returning id
                """, Map.of());
        run("""
                insert into noticesim_sms (org_id, phone_id, order_id, text, state, created_at)
                values (:org, :phone, :order, :secret, 'DELIVERED', now())
                """, Map.of("phone", Long.valueOf(ids.get("simulated")), "order", Long.valueOf(ids.get("order"))));
        put("call", """
                insert into noticesim_call (org_id, phone_id, order_id, speech, state, started_at)
                values (:org, :phone, :order, :secret, 'RINGING', now()) returning id
                """, Map.of("phone", Long.valueOf(ids.get("simulated")), "order", Long.valueOf(ids.get("order"))));
    }

    /** Far in the future, so that no clock changes it. */
    private void addDing(TestUser owner, TestUser member) {
        put("ding", """
                insert into ding (org_id, sender_id, client_key, text, recording_id, attachment_id, source, ladder, link_base, send_at,
                    expires_at, created_at)
                values (:org, :owner, 'key', :secret, :file, :file, 'WORKBENCH',
                    '{"steps":[{"afterMinutes":0,"ways":["APP"],"target":"PERSON"}]}', '', now() - interval '1 hour',
                    timestamptz '2999-01-02 00:00Z', now()) returning id
                """, Map.of("owner", owner.id(), "file", Long.valueOf(ids.get("file"))));
        long ding = Long.parseLong(ids.get("ding"));
        put("dingRecipient", """
                insert into ding_recipient (org_id, ding_id, principal_id, name, locale, ways, state, base_at, due_at)
                values (:org, :ding, :member, '', 'zh-CN', '{APP}', 'WAITING', now(), timestamptz '2999-01-01 00:00Z') returning id
                """, Map.of("ding", ding, "member", member.id()));
        run("""
                insert into ding_comment (org_id, ding_id, author_id, text, way, client_key, at)
                values (:org, :ding, :member, :secret, 'APP', 'key', now())
                """, Map.of("ding", ding, "member", member.id()));
        put("dingSchedule", """
                insert into ding_schedule (org_id, sender_id, client_key, draft, recurrence, link_base, next_at, created_at)
                values (:org, :owner, 'key', '{"key":"key","range":{}}',
                    '{"kind":"DAILY","time":"08:30","startsOn":"2026-01-01"}', '', timestamptz '2999-01-01 00:00Z', now()) returning id
                """, Map.of("owner", owner.id()));
    }

    private void addApproval(TestUser owner, TestUser member) {
        put("approval", """
                insert into approval (org_id, template_id, template_no, number, title, applicant_id, state, form_values, summary,
                    search_text, version, client_key, submitted_at, moved_at)
                values (:org, :template, 1, 'X1', :text, :owner, 'RUNNING', jsonb_build_object('a', :secret::text), '[]', :secret, 1,
                    'key', now(), now()) returning id
                """, Map.of("template", Long.valueOf(ids.get("template")), "owner", owner.id()));
        Map<String, Object> params =
                Map.of("approval", Long.valueOf(ids.get("approval")), "owner", owner.id(), "member", member.id());
        run("""
                insert into approval_event (org_id, approval_id, no, at, actor_id, data)
                values (:org, :approval, 1, now(), :owner, jsonb_build_object('kind', 'SUBMITTED', 'applicant', :owner::bigint))
                """, params);
        run("""
                insert into approval_task (org_id, approval_id, task, node_id, assignee_id, state, opened_at)
                values (:org, :approval, 1, 'n', :member, 'OPEN', now())
                """, params);
        run("""
                insert into approval_reader (org_id, approval_id, principal_id, applicant, asked, since)
                values (:org, :approval, :owner, true, false, now()), (:org, :approval, :member, false, true, now())
                """, params);
        run(
                """
                insert into approval_comment (org_id, approval_id, author_id, text, files, client_key, at)
                values (:org, :approval, :owner, :secret, array[:file], 'key', now())
                """,
                Map.of(
                        "approval",
                        Long.valueOf(ids.get("approval")),
                        "owner",
                        owner.id(),
                        "file",
                        Long.valueOf(ids.get("file"))));
        put("delegation", """
                insert into approval_delegation (org_id, from_id, to_id, starts_at, ends_at, created_at)
                values (:org, :owner, :member, timestamptz '2999-01-01 00:00Z', timestamptz '2999-01-02 00:00Z', now()) returning id
                """, Map.of("owner", owner.id(), "member", member.id()));
    }

    /** The text of the report is for its readers only; the template for everybody in the company. */
    private void addReport(TestUser owner, TestUser member) {
        put("reportTemplate", """
                insert into report_template (org_id, position, state, name, icon, description, cycle, write_range, managers,
                    data_managers, version, created_at, updated_at)
                values (:org, 1, 'ACTIVE', :text, 'daily', :text, 'DAY', '{"everyone":true}', '{}', '{}', 1, now(), now()) returning id
                """, Map.of());
        Map<String, Object> template =
                Map.of("template", Long.valueOf(ids.get("reportTemplate")), "owner", owner.id(), "member", member.id());
        run("""
                insert into report_template_version (org_id, template_id, number, content, published_at)
                values (:org, :template, 1, jsonb_build_object('name', :text::text, 'icon', 'daily', 'description', '', 'form',
                    '{"fields":[{"key":"a","kind":"TEXT","label":"A"}]}'::jsonb, 'summary', '[]'::jsonb, 'rules', '{"cycle":"DAY",
                    "must":null,"deadline":null,"late":true,"editMinutes":60,"recipients":{"members":[],"levels":[],"roles":[],
                    "conversations":[],"choose":true},"before":[],"after":[]}'::jsonb), now())
                """, template);
        run("""
                insert into report_template_shipped (org_id, shipped_key)
                select :org, unnest(array['daily', 'weekly', 'monthly', 'project', 'sales_visit'])
                """, Map.of());
        put("report", """
                insert into report (org_id, template_id, template_no, title, author_id, cycle, period_from, period_to, form_values,
                    summary, numbers, search_text, late, client_key, sent_at)
                values (:org, :template, 1, :text, :owner, 'DAY', date '2026-11-20', date '2026-11-20',
                    jsonb_build_object('a', :secret::text), '[]', '{}', :secret, false, 'key', now()) returning id
                """, Map.of("template", Long.valueOf(ids.get("reportTemplate")), "owner", owner.id()));
        Map<String, Object> params =
                Map.of("report", Long.valueOf(ids.get("report")), "owner", owner.id(), "member", member.id());
        run("""
                insert into report_version (org_id, report_id, number, form_values, at)
                values (:org, :report, 1, jsonb_build_object('a', :secret::text), now())
                """, params);
        run("""
                insert into report_reader (org_id, report_id, principal_id, recipient, since)
                values (:org, :report, :member, true, now())
                """, params);
        put("reportComment", """
                insert into report_comment (org_id, report_id, author_id, text, mentions, client_key, at)
                values (:org, :report, :owner, :secret, '{}', 'key', now()) returning id
                """, Map.of("report", Long.valueOf(ids.get("report")), "owner", owner.id()));
        run("""
                insert into report_draft (org_id, template_id, author_id, period_from, template_no, form_values, recipients,
                    conversations, saved_at)
                values (:org, :template, :owner, date '2026-11-20', 1, jsonb_build_object('a', :secret::text), '{}', '{}', now())
                """, template);
    }

    /** The reminder is far in the future, so that no clock serves it. */
    private void addCalendar(TestUser owner, TestUser member) {
        run("""
                insert into workcalendar_day (org_id, day, work, name, changed_by, changed_at)
                values (:org, date '2026-12-04', false, :text, :owner, now())
                """, Map.of("owner", owner.id()));
        run("""
                insert into workcalendar_year (org_id, year, document, imported_by, imported_at)
                values (:org, 2031, jsonb_build_object('year', 2031, 'papers', jsonb_build_array(), 'days', jsonb_build_array(
                    jsonb_build_object('name', :text::text, 'date', '2031-01-01', 'isOffDay', true))), :owner, now())
                """, Map.of("owner", owner.id()));
        run("""
                insert into reminder_item (org_id, reminder_key, topic, rule, recipients, ways, restraint, valid_seconds, occasion_at,
                    due_at, created_at)
                values (:org, 'example:1', 'example', '{"kind":"at","moment":"2999-01-01T00:00:00Z"}', array[:member::bigint], '{}', 'NONE',
                    60, timestamptz '2999-01-01 00:00Z', timestamptz '2999-01-01 00:00Z', now())
                """, Map.of("member", member.id()));
        run("""
                insert into reminder_preference (org_id, principal_id, push, email) values (:org, :member, false, false)
                """, Map.of("member", member.id()));
    }

    private void addOpenDoors(TestUser owner) {
        put("webhook", """
                insert into webhook_endpoint (org_id, name, url, topics, with_values, intranet, enabled, secret, changed_by, created_at,
                    changed_at)
                values (:org, :text, 'https://203.0.113.1/', '{*}', false, false, false, '\\x00', :owner, now(), now()) returning id
                """, Map.of("owner", owner.id()));
        put("webhookDelivery", """
                insert into webhook_delivery (org_id, endpoint_id, topic, event_key, content, state, created_at, due_at, give_up_at,
                    ended_at)
                values (:org, :webhook, 'webhook.test', :text, '\\x00', 'DEAD', now(), now(), now(), '2999-01-01') returning id
                """, Map.of("webhook", Long.valueOf(ids.get("webhook"))));
        put("apiKey", """
                insert into apikey_key (org_id, name, token_hash, scopes, created_by, created_at)
                values (:org, :text, sha256(convert_to(:token, 'UTF8')), '{APPROVALS_READ}', :owner, now()) returning id
                """, Map.of("owner", owner.id(), "token", SecureTokens.create()));
    }

    /** Its key is its number, so that programs can be tried with it. */
    private void addForeignTask(TestUser member) {
        put("foreignSystem", """
                insert into foreigntask_system (org_id, name) values (:org, :text) returning id
                """, Map.of());
        put("foreignTask", """
                insert into foreigntask_task (org_id, system_id, task_key, title, facts, link, buttons, state, version, digest,
                    created_at, changed_at)
                values (:org, :system, 'x', :secret, '[]', 'https://example.com/', '[{"key":"yes","label":"x"}]', 'OPEN', 1, 'x', now(),
                    now())
                returning id
                """, Map.of("system", Long.valueOf(ids.get("foreignSystem"))));
        Map<String, Object> task = Map.of("task", Long.valueOf(ids.get("foreignTask")));
        run("update foreigntask_task set task_key = id::text where org_id = :org and id = :task", task);
        run("""
                insert into foreigntask_assignee (org_id, task_id, member_id, system_id, open, place, given_no, given_at)
                select org_id, id, :member, system_id, true, 1, 1, now() from foreigntask_task where org_id = :org and id = :task
                """, Map.of("task", task.get("task"), "member", member.id()));
    }

    /** Not even his name is for everybody in the company. */
    private void addCustomer(Given given, TestUser member) {
        long guest = given.guest(org, SECRET).id();
        ids.put("guest", Long.toString(guest));
        Map<String, Object> params = Map.of("guest", guest);
        put("guestFile", """
                insert into file_upload (org_id, owner_id, sha256, name, created_at)
                values (:org, :guest, sha256(convert_to(:secret, 'UTF8')), :secret, now()) returning id
                """, params);
        run(
                "update account_guest set avatar_id = :file where principal_id = :guest and org_id = :org",
                Map.of("guest", guest, "file", Long.valueOf(ids.get("guestFile"))));
        put("thread", """
                insert into messaging_conversation (org_id, kind, customer_id, external, created_by, created_at, member_count)
                values (:org, 'CUSTOMER', :guest, true, :guest, now(), 2) returning id
                """, params);
        long thread = Long.parseLong(ids.get("thread"));
        run(
                "insert into messaging_head (conversation_id, org_id, seq, message_no, moved_at) values (:thread, :org, 2, 2, now())",
                Map.of("thread", thread));
        run("""
                insert into messaging_member (conversation_id, principal_id, org_id, from_seq, from_no, joined_at, guest)
                select :thread, p, :org, 1, 0, now(), p = :guest from unnest(array[:guest, :member]::bigint[]) p
                """, Map.of("thread", thread, "guest", guest, "member", member.id()));
        run("""
                insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, kind, client_key, digest,
                    body, created_at)
                select :thread, n, :org, n, :guest, 'FILE', 'key' || n, '\\x00',
                    jsonb_build_object('file', jsonb_build_object('id', :file::bigint, 'name', :secret::text)), now()
                from generate_series(1, 2) n
                """, Map.of("thread", thread, "guest", guest, "file", Long.valueOf(ids.get("guestFile"))));
    }

    /** What the company knows of the customer, and the code he came by. */
    private void addRelation(TestUser member) {
        long guest = Long.parseLong(ids.get("guest"));
        run("""
                insert into customer (principal_id, org_id, name, source, level, created_at)
                values (:guest, :org, :secret, 'QR', 'ANONYMOUS', now())
                """, Map.of("guest", guest));
        put("relation", """
                insert into customer_relation (org_id, customer_id, member_id, conversation_id, remark, add_way, opened_at)
                values (:org, :guest, :member, :thread, :secret, 'QR', now()) returning id
                """, Map.of("guest", guest, "member", member.id(), "thread", Long.valueOf(ids.get("thread"))));
        put("merge", """
                insert into customer_merge (org_id, kept_id, gone_id, relations, closed, sessions, keys, merged_at)
                values (:org, :guest, :guest, '{}', '{}', '{}', '[]', now()) returning id
                """, Map.of("guest", guest));
        put("way", """
                insert into contactway (org_id, code, kind, owner_id, title, remark, state, content, people, created_at, changed_at)
                values (:org, substr(md5(random()::text), 1, 12), 'SHARED', :member, :secret, '', '',
                    jsonb_build_object('people', jsonb_build_array(jsonb_build_object('memberId', :member::bigint)),
                        'skipVerify', true, 'exclusive', false), array[:member::bigint], now(), now())
                returning id
                """, Map.of("member", member.id()));
        put("wait", """
                insert into contactway_wait (org_id, way_id, customer_id, reason, state, since)
                values (:org, :way, :guest, 'UNASSIGNED', '', now()) returning id
                """, Map.of("guest", guest, "way", Long.valueOf(ids.get("way"))));
        put("hostKey", """
                insert into visit_host_key (org_id, created_by, created_at) values (:org, :member, now()) returning id
                """, Map.of("member", member.id()));
        put("visitCode", """
                insert into visit_code (org_id, customer_id, channel, address, address_hash, code_hash, created_at, expires_at)
                values (:org, :guest, 'EMAIL', :secret, '\\x00', '\\x00', now(), now() + interval '3650 days') returning id
                """, Map.of("guest", guest));
    }

    private void addCallback() {
        run("""
                insert into notice_callback (org_id, channel, token_hash, created_at)
                values (:org, 'SMS', sha256(convert_to(:token, 'UTF8')), now())
                """, Map.of("token", SecureTokens.create()));
    }

    void put(String slot, String sql, Map<String, Object> params) {
        long id = jdbc.sql(sql)
                .param("org", org.id())
                .param("text", MARKER)
                .param("secret", SECRET)
                .params(params)
                .query(Long.class)
                .single();
        ids.put(slot, Long.toString(id));
    }

    void run(String sql, Map<String, Object> params) {
        jdbc.sql(sql)
                .param("org", org.id())
                .param("text", MARKER)
                .param("secret", SECRET)
                .params(params)
                .update();
    }

    long id(String slot) {
        return Long.parseLong(ids.get(slot));
    }
}
