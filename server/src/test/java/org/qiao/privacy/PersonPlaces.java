package org.qiao.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.privacy.PrivacyHttpTest.MARK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.testing.Await;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Where else a customer leaves something: a group, the block list, an article, words that are watched, the archive, a sheet. */
class PersonPlaces {

    private final RestTestClient http;
    private final JdbcClient jdbc;
    private final TestOrg org;
    private final TestUser admin;
    private final TestUser ann;
    private final TestUser guest;
    private final long thread;
    private long group;
    private long welcome;

    PersonPlaces(RestTestClient http, JdbcClient jdbc, Cast cast) {
        this.http = http;
        this.jdbc = jdbc;
        this.org = cast.org();
        this.admin = org.admin();
        this.ann = cast.ann();
        this.guest = cast.guest();
        this.thread = cast.thread();
    }

    /** Who plays. */
    record Cast(TestOrg org, TestUser ann, TestUser guest, long thread) {}

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    void fill() {
        group = inAGroup();
        welcome = welcome();
        openAnArticle();
        agreeToArchiving();
        wantPushes();
        talkAboutAMoment();
        bringIn();
    }

    /** A sheet in which he stands twice: once as himself, once in a row that was wrong. */
    private void bringIn() {
        long id = jdbc.sql("""
                        insert into customerimport_job (org_id, created_by, name, state, known, ignored, locale, row_count, ready_count,
                            known_count, bad_count, created_at)
                        values (:org, :by, 'a.xlsx', 'DONE', 'SKIP', '{}', 'zh-CN', 2, 1, 0, 1, now()) returning id
                        """)
                .param("org", org.id())
                .param("by", admin.id())
                .query(Long.class)
                .single();
        jdbc.sql("insert into customerimport_contact values (:org, 'EMAIL', :mark, :customer)")
                .param("org", org.id())
                .param("mark", MARK)
                .param("customer", guest.id())
                .update();
        jdbc.sql("""
                        insert into customerimport_row (org_id, import_id, row_no, state, content, faults, customer_id)
                        select :org, :id, n.no, n.state, jsonb_build_object('person', jsonb_build_object('name', :mark::text, 'contacts',
                            jsonb_build_array(jsonb_build_object('kind', 'EMAIL', 'value', :mark::text)))), '[]', n.customer
                        from (values (2, 'MADE', :customer::bigint), (3, 'BAD', null)) as n (no, state, customer)
                        """)
                .param("org", org.id())
                .param("id", id)
                .param("mark", MARK)
                .param("customer", guest.id())
                .update();
    }

    void expectFilled() {
        Await.until(() -> count("customercare_thread where since is not null") == 1);
        assertThat(count("material_open where seconds = 41")).isEqualTo(1);
        assertThat(count("archive_answer where agreed")).isEqualTo(1);
    }

    /** Where he writes a word that somebody watches, and is on the block list: the task that takes him out has not run. */
    private long inAGroup() {
        Map<String, Object> rule = new HashMap<>(Map.of("name", "飞单", "action", "WARN", "patterns", List.of()));
        rule.putAll(Map.of("words", List.of("转账"), "range", Map.of("everyone", true), "enabled", true));
        rule.putAll(Map.of("staff", true, "customers", true, "people", List.of(admin.id())));
        assertThat(as(admin).post("/api/customer-guard/rules", rule).status()).isEqualTo(201);
        Map<String, Object> wanted =
                Map.of("title", "读者群", "staffIds", List.of(), "customerIds", List.of(guest.id()), "key", "group");
        JsonNode opened = as(ann).post("/api/customer-groups", wanted).json();
        String path =
                "/api/visit/conversations/" + opened.path("conversationId").asLong() + "/messages";
        assertThat(as(guest)
                        .post(path, Map.of("key", "r1", "kind", "TEXT", "body", Map.of("text", "可以转账 " + MARK)))
                        .status())
                .isEqualTo(200);
        jdbc.sql("insert into groupguard_block values (:org, :customer, :by, :reason, now())")
                .param("org", org.id())
                .param("customer", guest.id())
                .param("by", ann.id())
                .param("reason", "骚扰 " + MARK)
                .update();
        jdbc.sql("update customergroup_member set state = :mark where org_id = :org and guest")
                .param("org", org.id())
                .param("mark", MARK)
                .update();
        return opened.path("id").asLong();
    }

    /** What a group greets everybody with, sent to him too. */
    private long welcome() {
        long file = as(ann).upload("welcome.txt", "for everybody".getBytes(UTF_8));
        Map<String, Object> rules = new HashMap<>(Map.of("nameLocked", false, "mutedAll", false, "version", 1));
        rules.putAll(Map.of(
                "welcome",
                Map.of("text", "您好", "attachments", List.of(Map.of("kind", "FILE", "id", file))),
                "replies",
                List.of()));
        assertThat(as(ann).put("/api/customer-groups/" + group + "/settings", rules)
                        .status())
                .isEqualTo(200);
        as(ann).post(
                        "/api/conversations/" + thread + "/messages",
                        Map.of("key", "w1", "kind", "FILE", "body", Map.of("file", Map.of("id", file))));
        return file;
    }

    private void openAnArticle() {
        Map<String, Object> made = new HashMap<>(Map.of("kind", "ARTICLE", "title", "怎么泡茶", "text", "先烧水", "url", ""));
        made.putAll(Map.of("company", false, "version", 1));
        long article = as(ann).post("/api/materials", made).json().path("id").asLong();
        long send = as(ann).post("/api/materials/" + article + "/sends", Map.of("conversationId", thread, "key", "m1"))
                .json()
                .path("id")
                .asLong();
        String opens = "/api/visit/materials/" + send + "/opens";
        long open = as(guest).post(opens, Map.of()).json().path("openId").asLong();
        assertThat(as(guest).put(opens + "/" + open, Map.of("seconds", 41)).status())
                .isEqualTo(204);
    }

    private void agreeToArchiving() {
        as(admin)
                .put(
                        "/api/archive/settings",
                        Map.of(
                                "enabled",
                                true,
                                "range",
                                Map.of("everyone", true),
                                "notice",
                                "",
                                "keepRecalled",
                                false));
        int version = as(guest).get("/api/visit/archive").json().path("version").asInt();
        assertThat(as(guest)
                        .put("/api/visit/archive", Map.of("agree", true, "version", version))
                        .status())
                .isEqualTo(200);
    }

    /** An address as no push service has it: nothing is sent there, it is only kept. */
    private void wantPushes() {
        jdbc.sql("""
                        insert into notice_subscription
                            (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
                        values (:org, :guest, 0, :endpoint, decode(repeat('04', 65), 'hex'),
                            decode(repeat('00', 16), 'hex'), now(), now())
                        """)
                .param("org", org.id())
                .param("guest", guest.id())
                .param("endpoint", "https://push.example.com/" + MARK)
                .update();
    }

    private void talkAboutAMoment() {
        Map<String, Object> made =
                new HashMap<>(Map.of("kind", "PERSONAL", "text", "新茶上市", "files", List.of(), "key", "t1"));
        made.put("choice", Map.of("tags", List.of(), "all", false));
        long post = as(ann).post("/api/moments", made).json().path("postId").asLong();
        Await.until(() -> count("moment_post where published_at is not null") == 1);
        String his = "/api/visit/moments/" + post;
        assertThat(as(guest).put(his + "/like", Map.of()).status()).isEqualTo(204);
        assertThat(as(guest)
                        .post(his + "/comments", Map.of("text", "多少钱 " + MARK, "key", "c1"))
                        .status())
                .isEqualTo(200);
        assertThat(count("moment_post where comments = 1 and likes = 1")).isEqualTo(1);
    }

    /** Colleagues are told that he waits; by his name. */
    void tellThatHeWaits() {
        jdbc.sql(
                        "update customercare_thread set step = 'REMINDED', told = false, due_at = timestamptz '2020-01-01 00:00Z' where org_id = :org")
                .param("org", org.id())
                .update();
        Await.until(() -> count("messaging_entry where kind = 'CARD' and body like '%customercare%' and body like '%"
                        + MARK + "%'")
                == 1);
    }

    /** Whoever made the package died with his server, five times. */
    void expectGivenUp(long export) {
        jdbc.sql("""
                        update privacy_export
                        set state = 'RUNNING', file_id = null, size = null, attempts = 5, next_at = timestamptz '2020-01-01 00:00Z'
                        where org_id = :org and id = :id
                        """).param("org", org.id()).param("id", export).update();
        Await.until(() -> count("privacy_export where state = 'FAILED'") == 1);
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows + " and org_id = :org")
                .param("org", org.id())
                .query(Integer.class)
                .single();
    }

    void expectNothingLeft() {
        assertThat(as(ann).get("/api/customer-groups/" + group)
                        .json()
                        .path("customers")
                        .asInt(-1))
                .isZero();
        assertThat(count("customergroup_member where guest and left_at is null"))
                .isZero();
        assertThat(as(admin)
                        .post("/api/customer-groups/" + group + "/members", Map.of("customerIds", List.of(guest.id())))
                        .code())
                .isIn("customergroup.not_your_customer", "customergroup.not_found");
        assertThat(count("groupguard_block where reason = ''")).isEqualTo(1);
        assertThat(count("material_open where true")).isZero();
        assertThat(count("material_send where opens = 1 and seconds = 41")).isEqualTo(1);
        assertThat(count("moment_post where comments = 0 and likes = 0")).isEqualTo(1);
        assertThat(count("archive_answer where true") + count("archive_line where true"))
                .isZero();
        Await.until(() -> count("customercare_thread where since is not null") == 0);
        assertThat(count("file_upload where name = 'welcome.txt' and id = " + welcome))
                .isEqualTo(1);
    }
}
