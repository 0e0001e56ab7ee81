package org.qiao.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.file.Files;
import org.qiao.platform.Actor;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.PeerServer;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What people say about reports, and what other systems hear of it. */
@QiaoTest
class ReportCommentHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Files files;

    private Desk desk;
    private long id;
    private String path;

    @BeforeEach
    void company() {
        desk = new Desk(http, given.org());
        desk.workEveryDay();
        long daily = desk.template(Desk.rules("DAY", Desk.to(desk.boss)));
        id = desk.sent(desk.writer, Desk.report(daily, "装配三台", null)).get("id").asLong();
        path = "/api/reports/" + id + "/comments";
    }

    private TestBrowser.Reply say(TestUser who, String text, @Nullable Long replyTo, Long... attached) {
        Map<String, Object> body = new HashMap<>(Map.of("key", text, "text", text, "files", List.of(attached)));
        if (replyTo != null) {
            body.put("replyTo", replyTo);
        }
        return desk.as(who).post(path, body);
    }

    private List<JsonNode> listed() {
        return desk.as(desk.boss).get(path).json().get("items").valueStream().toList();
    }

    private List<String> texts() {
        return listed().stream().map(item -> item.get("text").stringValue()).toList();
    }

    private long find(String text) {
        return listed().stream()
                .filter(item -> item.get("text").stringValue().equals(text))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }

    private long upload(TestUser user) {
        Actor actor = new Actor(desk.org.id(), user.id(), Set.of(), Locale.ROOT, Desk.ZONE);
        return files.store(actor, "照片说明.txt", new ByteArrayInputStream("第三台".getBytes(UTF_8)))
                .id();
    }

    @Test
    void answersStandUnderWhatTheyAnswerOneLevelDeep() {
        assertThat(say(desk.boss, "第三台怎么晚了", null).status()).isEqualTo(204);
        assertThat(say(desk.boss, "辛苦", null).status()).isEqualTo(204);
        long first = find("第三台怎么晚了");
        assertThat(say(desk.writer, "等零件", first).status()).isEqualTo(204);
        assertThat(say(desk.boss, "哪个零件", find("等零件")).status()).isEqualTo(204);

        assertThat(texts()).containsExactly("第三台怎么晚了", "等零件", "哪个零件", "辛苦");
        assertThat(listed().get(2).get("replyTo").asLong()).isEqualTo(first);
        JsonNode page = desk.as(desk.boss).get(path + "?limit=2").json();
        JsonNode next = desk.as(desk.boss)
                .get(path + "?limit=2&after=" + page.get("next").stringValue())
                .json();
        assertThat(next.get("items").get(0).get("text").stringValue()).isEqualTo("哪个零件");
        assertThat(desk.as(desk.boss).get(path + "?after=7").code()).isEqualTo("platform.bad_cursor");
        assertThat(say(desk.boss, "没有这条", 1L).code()).isEqualTo("report.not_found");

        assertThat(desk.as(desk.boss).delete(path + "/" + first).status()).isEqualTo(204);
        assertThat(texts()).containsExactly("", "等零件", "哪个零件", "辛苦");
        assertThat(listed().getFirst().get("removed").asBoolean()).isTrue();
        assertThat(say(desk.writer, "回复已删除的", first).code()).isEqualTo("report.not_found");
        assertThat(desk.as(desk.writer).delete(path + "/" + find("等零件")).status())
                .isEqualTo(204);
        assertThat(desk.as(desk.boss).delete(path + "/" + find("哪个零件")).status())
                .isEqualTo(204);
        assertThat(texts()).containsExactly("辛苦");
        assertThat(desk.as(desk.boss)
                        .get("/api/reports/" + id + "/card")
                        .json()
                        .get("comments")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void readersOpenTheFilesOfCommentsAndNobodyAttachesThoseOfOthers() {
        long file = upload(desk.boss);
        assertThat(say(desk.writer, "别人的文件", null, file).code()).isEqualTo("file.not_found");
        assertThat(say(desk.boss, "看这张", null, file).status()).isEqualTo(204);

        assertThat(listed().getFirst().get("files").get(0).get("name").stringValue())
                .isEqualTo("照片说明.txt");
        String ticket = "/api/reports/" + id + "/files/" + file;
        assertThat(desk.as(desk.writer).post(ticket, Map.of()).status()).isEqualTo(200);
        assertThat(desk.as(desk.org.user()).post(ticket, Map.of()).code()).isEqualTo("report.not_found");
        assertThat(desk.as(desk.boss).delete(path + "/" + find("看这张")).status()).isEqualTo(204);
        assertThat(desk.as(desk.writer).post(ticket, Map.of()).code()).isEqualTo("file.not_found");
        assertThat(say(desk.boss, "太多", null, Collections.nCopies(10, file).toArray(Long[]::new))
                        .status())
                .isEqualTo(400);
    }

    /** The report that each test begins with may be heard of, too: what follows it comes later. */
    private static Optional<JsonNode> submitted(PeerServer peer, long report) {
        return peer.heard("report.submitted").stream()
                .map(heard -> heard.json())
                .filter(json -> json.get("id").stringValue().equals("report-" + report + "-1"))
                .findFirst();
    }

    @Test
    void otherSystemsHearOfReports() {
        try (PeerServer peer = new PeerServer()) {
            Map<String, Object> hook = Map.of(
                    "name",
                    "BI",
                    "url",
                    peer.url(),
                    "topics",
                    List.of("report.submitted", "report.changed", "report.commented", "report.withdrawn"),
                    "withValues",
                    true,
                    "intranet",
                    true,
                    "enabled",
                    true);
            assertThat(desk.as(desk.admin).post("/api/admin/webhooks", hook).status())
                    .isEqualTo(201);
            long weekly = desk.template(Desk.rules("WEEK", Desk.to(desk.boss)));
            long sent = desk.sent(desk.writer, Desk.report(weekly, "一周", "3"))
                    .get("id")
                    .asLong();
            Await.until(() -> submitted(peer, sent).isPresent());
            JsonNode submitted = submitted(peer, sent).orElseThrow();
            JsonNode data = submitted.get("data");
            assertThat(data.get("report").get("author").asLong()).isEqualTo(desk.writer.id());
            assertThat(data.get("values").get("sales").stringValue()).isEqualTo("3");

            path = "/api/reports/" + sent + "/comments";
            say(desk.boss, "好", null);
            Await.until(() -> peer.heard("report.commented").size() == 1);
            JsonNode commented =
                    peer.heard("report.commented").getFirst().json().get("data");
            assertThat(commented.get("by").asLong()).isEqualTo(desk.boss.id());
            assertThat(commented.get("values").get("text").stringValue()).isEqualTo("好");
            desk.as(desk.boss).put("/api/reports/" + sent + "/like", Map.of());
            desk.as(desk.writer).put("/api/reports/" + sent, Map.of("version", 1, "values", Map.of("done", "一周的活")));
            Await.until(() -> peer.heard("report.changed").size() == 1);
            assertThat(peer.heard("report.changed")
                            .getFirst()
                            .json()
                            .get("data")
                            .get("report")
                            .get("version")
                            .asInt())
                    .isEqualTo(2);
            desk.as(desk.writer).delete("/api/reports/" + sent);
            Await.until(() -> peer.heard("report.withdrawn").size() == 1);
            assertThat(peer.heard("report.withdrawn").getFirst().body()).doesNotContain("一周的活");
            jdbc.sql("update webhook_endpoint set enabled = false where org_id = :org")
                    .param("org", desk.org.id())
                    .update();
            assertThat(peer.heard())
                    .as("what was sent just before may be heard, too")
                    .filteredOn(heard -> heard.json().at("/data/report/id").asLong() == sent)
                    .hasSize(4);
        }
    }
}
