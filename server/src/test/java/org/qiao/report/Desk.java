package org.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A company that reports: an administrator, somebody who writes, and his superior. */
final class Desk {

    private static final List<String> SEVEN =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final RestTestClient http;
    final TestOrg org;
    final TestUser admin;
    final TestUser writer;
    final TestUser boss;

    Desk(RestTestClient http, TestOrg org) {
        this.http = http;
        this.org = org;
        this.admin = org.admin();
        this.writer = org.user("写日报的人");
        this.boss = org.user("上级");
    }

    TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    static Map<String, Object> to(TestUser... members) {
        Map<String, Object> to = new HashMap<>();
        to.put("members", java.util.Arrays.stream(members).map(TestUser::id).toList());
        to.put("levels", List.of());
        to.put("roles", List.of());
        to.put("conversations", List.of());
        to.put("choose", true);
        return to;
    }

    static Map<String, Object> everyone() {
        return Map.of("everyone", true, "departments", List.of(), "roles", List.of(), "members", List.of());
    }

    /** A day with a deadline far away, so that no clock makes anything late. */
    static Map<String, Object> rules(String cycle, Map<String, Object> to) {
        Map<String, Object> rules = new HashMap<>();
        rules.put("cycle", cycle);
        rules.put("must", null);
        rules.put("deadline", null);
        rules.put("late", true);
        rules.put("editMinutes", 60);
        rules.put("recipients", to);
        rules.put("before", List.of());
        rules.put("after", List.of());
        return rules;
    }

    static Map<String, Object> content(Map<String, Object> rules) {
        Map<String, Object> content = new HashMap<>();
        content.put("name", "班组日报");
        content.put("icon", "daily");
        content.put("description", "");
        content.put(
                "form",
                Map.of(
                        "fields",
                        List.of(
                                Map.of("key", "done", "kind", "TEXT", "label", "完成", "required", true),
                                Map.of("key", "sales", "kind", "NUMBER", "label", "销量", "unit", "件"))));
        content.put("summary", List.of("done", "sales"));
        content.put("rules", rules);
        return content;
    }

    TestBrowser.Reply publish(long id, int version, Map<String, Object> content) {
        return as(admin).put("/api/admin/report-templates/" + id, Map.of("version", version, "content", content));
    }

    /** An open template by these rules; its version is 2. */
    long template(Map<String, Object> rules) {
        TestBrowser.Reply made = as(admin).post("/api/admin/report-templates", Map.of("name", "班组日报", "icon", "daily"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        long id = made.json().get("template").get("id").asLong();
        TestBrowser.Reply published = publish(id, 1, content(rules));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(as(admin)
                        .post("/api/admin/report-templates/" + id + "/restore", Map.of())
                        .status())
                .isEqualTo(200);
        return id;
    }

    static Map<String, Object> report(long template, String done, @Nullable Object sales) {
        Map<String, Object> values = new HashMap<>(Map.of("done", done));
        if (sales != null) {
            values.put("sales", sales);
        }
        Map<String, Object> body = new HashMap<>();
        body.put("key", "k" + KEYS.incrementAndGet());
        body.put("templateId", template);
        body.put("version", 2);
        body.put("values", values);
        return body;
    }

    /** So that what is due does not depend on the day on which the test runs. */
    void workEveryDay() {
        Map<String, Object> week =
                Map.of("base", "WEEKDAYS", "weekdays", SEVEN, "hours", Map.of("from", "08:30", "until", "17:30"));
        TestBrowser.Reply reply = as(admin).put("/api/admin/calendar", week);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    JsonNode sent(TestUser author, Map<String, Object> body) {
        TestBrowser.Reply reply = as(author).post("/api/reports", body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("head");
    }

    List<Long> list(TestUser reader, String query) {
        TestBrowser.Reply reply = as(reader).get("/api/reports?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asLong())
                .toList();
    }

    static LocalDate day(Instant now) {
        return now.atZone(ZONE).toLocalDate();
    }
}
