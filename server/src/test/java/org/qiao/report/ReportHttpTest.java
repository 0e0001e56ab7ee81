package org.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Writing and reading, over HTTP. */
@QiaoTest
class ReportHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;
    private long daily;

    @BeforeEach
    void company() {
        desk = new Desk(http, given.org());
        daily = desk.template(Desk.rules("DAY", Desk.to(desk.boss)));
    }

    private TestBrowser.Reply get(TestUser user, String path) {
        return desk.as(user).get(path);
    }

    @Test
    void whoGetsAReportReadsItAndTheAuthorSeesWhoHas() {
        long id = desk.sent(desk.writer, Desk.report(daily, "装配三台", "3"))
                .get("id")
                .asLong();

        assertThat(desk.list(desk.boss, "box=RECEIVED&unread=true")).containsExactly(id);
        assertThat(get(desk.boss, "/api/reports/summary").json().get("unread").asInt())
                .isEqualTo(1);
        JsonNode read = get(desk.boss, "/api/reports/" + id).json();
        assertThat(read.get("values").get("sales").stringValue()).isEqualTo("3");
        assertThat(read.get("mayEdit").asBoolean()).isFalse();
        assertThat(desk.list(desk.boss, "box=RECEIVED&unread=true")).isEmpty();
        JsonNode readers = get(desk.writer, "/api/reports/" + id + "/readers?read=true")
                .json()
                .get("items");
        assertThat(readers.size()).isEqualTo(1);
        assertThat(readers.get(0).get("readAt").isNull()).isFalse();
        assertThat(get(desk.writer, "/api/reports/" + id + "/card")
                        .json()
                        .get("read")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void thereIsOneReportForAPeriodAndTheSameKeyGivesTheSameOne() {
        Map<String, Object> body = Desk.report(daily, "第一次", null);
        long id = desk.sent(desk.writer, body).get("id").asLong();

        TestBrowser.Reply again = desk.as(desk.writer).post("/api/reports", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("head").get("id").asLong()).isEqualTo(id);
        TestBrowser.Reply second = desk.as(desk.writer).post("/api/reports", Desk.report(daily, "第二次", null));
        assertThat(second.code()).isEqualTo("report.already_sent");
        desk.sent(desk.boss, Desk.report(daily, "上级自己的", null));
    }

    @Test
    void anEditKeepsTheVersionBeforeAndIsNewToItsReaders() {
        long id = desk.sent(desk.writer, Desk.report(daily, "装配三台", "3"))
                .get("id")
                .asLong();
        get(desk.boss, "/api/reports/" + id);

        Map<String, Object> edit = Map.of("version", 1, "values", Map.of("done", "装配四台", "sales", "4"));
        assertThat(desk.as(desk.writer).put("/api/reports/" + id, edit).status())
                .isEqualTo(200);
        assertThat(desk.as(desk.writer).put("/api/reports/" + id, edit).code()).isEqualTo("report.changed_meanwhile");
        assertThat(desk.as(desk.boss).put("/api/reports/" + id, edit).code()).isEqualTo("report.not_found");
        assertThat(get(desk.boss, "/api/reports/" + id + "/card")
                        .json()
                        .get("changed")
                        .asBoolean())
                .isTrue();
        JsonNode versions =
                get(desk.boss, "/api/reports/" + id + "/versions").json().get("items");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(0).get("changes").get(0).get("before").stringValue())
                .isEqualTo("装配三台");
        assertThat(get(desk.boss, "/api/reports/" + id + "/versions/1")
                        .json()
                        .get("values")
                        .get("sales")
                        .stringValue())
                .isEqualTo("3");
    }

    @Test
    void aWithdrawnReportIsItsAuthorsOnlyAndThePeriodIsOpenAgain() {
        long id = desk.sent(desk.writer, Desk.report(daily, "写错了", null))
                .get("id")
                .asLong();

        assertThat(desk.as(desk.writer).delete("/api/reports/" + id).status()).isEqualTo(204);
        assertThat(get(desk.boss, "/api/reports/" + id).code()).isEqualTo("report.not_found");
        assertThat(desk.list(desk.boss, "box=RECEIVED")).isEmpty();
        assertThat(get(desk.admin, "/api/reports/" + id).code()).isEqualTo("report.not_found");
        assertThat(get(desk.writer, "/api/reports/" + id)
                        .json()
                        .get("head")
                        .get("withdrawn")
                        .asBoolean())
                .isTrue();
        desk.sent(desk.writer, Desk.report(daily, "改好了", null));
    }

    @Test
    void colleaguesSeeNothingUntilTheyAreMentioned() {
        TestUser colleague = desk.org.user("同事");
        long id = desk.sent(desk.writer, Desk.report(daily, "装配三台", null))
                .get("id")
                .asLong();
        assertThat(get(colleague, "/api/reports/" + id).code()).isEqualTo("report.not_found");
        assertThat(desk.list(colleague, "box=ALL")).isEmpty();
        assertThat(desk.list(desk.admin, "box=ALL&template=" + daily)).containsExactly(id);

        String comments = "/api/reports/" + id + "/comments";
        Map<String, Object> comment = Map.of("key", "c1", "text", "看看这个", "mentions", List.of(colleague.id()));
        assertThat(desk.as(desk.boss).post(comments, comment).status()).isEqualTo(204);
        assertThat(desk.as(desk.boss).post(comments, comment).status()).isEqualTo(204);
        assertThat(get(colleague, comments).json().get("items").size()).isEqualTo(1);
        assertThat(desk.list(colleague, "box=RECEIVED&unread=true")).containsExactly(id);
        assertThat(get(colleague, "/api/reports/" + id).json().get("recipients").size())
                .isEqualTo(1);
        long comment1 =
                get(colleague, comments).json().get("items").get(0).get("id").asLong();
        assertThat(desk.as(colleague).delete(comments + "/" + comment1).code()).isEqualTo("report.not_found");
        assertThat(desk.as(desk.boss).delete(comments + "/" + comment1).status())
                .isEqualTo(204);
    }

    @Test
    void aLikeCountsOnce() {
        long id = desk.sent(desk.writer, Desk.report(daily, "装配三台", null))
                .get("id")
                .asLong();
        String like = "/api/reports/" + id + "/like";

        assertThat(desk.as(desk.boss).put(like, Map.of()).status()).isEqualTo(204);
        assertThat(desk.as(desk.boss).put(like, Map.of()).status()).isEqualTo(204);
        JsonNode card = get(desk.boss, "/api/reports/" + id + "/card").json();
        assertThat(card.get("likes").asInt()).isEqualTo(1);
        assertThat(card.get("liked").asBoolean()).isTrue();
        assertThat(get(desk.writer, "/api/reports/" + id + "/likes")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(desk.as(desk.boss).delete(like).status()).isEqualTo(204);
        assertThat(get(desk.boss, "/api/reports/" + id + "/card")
                        .json()
                        .get("likes")
                        .asInt())
                .isZero();
    }

    @Test
    void aDraftWaitsOnTheServerAndIsGoneWhenTheReportIsSent() {
        String draft = "/api/report-templates/" + daily + "/draft";
        assertThat(get(desk.writer, draft).code()).isEqualTo("report.no_draft");

        Map<String, Object> body = new HashMap<>();
        body.put("version", 2);
        body.put("values", Map.of("sales", "7"));
        body.put("recipients", List.of(desk.admin.id()));
        TestBrowser.Reply saved = desk.as(desk.writer).put(draft, body);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        JsonNode form = get(desk.writer, "/api/report-templates/" + daily).json();
        assertThat(form.get("draft").get("values").get("sales").stringValue()).isEqualTo("7");
        assertThat(form.get("draft").get("recipients").size()).isEqualTo(1);
        assertThat(get(desk.boss, "/api/report-templates/" + daily)
                        .json()
                        .get("draft")
                        .isNull())
                .isTrue();
        desk.sent(desk.writer, Desk.report(daily, "写完了", "7"));
        assertThat(get(desk.writer, draft).code()).isEqualTo("report.no_draft");
        assertThat(get(desk.writer, "/api/report-templates/" + daily + "/last")
                        .json()
                        .get("values")
                        .get("done")
                        .stringValue())
                .isEqualTo("写完了");
    }

    @Test
    void theFormKnowsWhatTheAuthorDidInItsPeriod() {
        JsonNode facts =
                get(desk.writer, "/api/report-templates/" + daily + "/facts").json();

        assertThat(facts.get("messages").asInt()).isZero();
        assertThat(facts.get("approvalsDecided").asInt()).isZero();
        long conversation = group(desk.writer, desk.boss);
        TestBrowser.Reply said = desk.as(desk.writer)
                .post(
                        "/api/conversations/" + conversation + "/messages",
                        Map.of("key", "m1", "kind", "TEXT", "body", Map.of("text", "今天完成三台")));
        assertThat(said.status()).as(said.text()).isLessThan(300);
        assertThat(get(desk.writer, "/api/report-templates/" + daily + "/facts")
                        .json()
                        .get("messages")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(desk.boss, "/api/report-templates/" + daily + "/facts")
                        .json()
                        .get("messages")
                        .asInt())
                .isZero();
    }

    private long group(TestUser owner, TestUser other) {
        TestBrowser.Reply made = desk.as(owner)
                .post(
                        "/api/conversations",
                        Map.of("kind", "GROUP", "key", "g1", "title", "班组", "memberIds", List.of(other.id())));
        assertThat(made.status()).as(made.text()).isLessThan(300);
        return made.json().get("id").asLong();
    }

    @Test
    void theCardComesToTheRecipientAndIntoAConversationWhoseMembersMayReadThen() {
        TestUser colleague = desk.org.user("群成员");
        long conversation = group(desk.writer, colleague);
        Map<String, Object> body = Desk.report(daily, "装配三台", "3");
        body.put("conversations", List.of(conversation));

        long id = desk.sent(desk.writer, body).get("id").asLong();

        Await.until(() -> cards(id) == 2);
        assertThat(get(colleague, "/api/reports/" + id).status()).isEqualTo(200);
        assertThat(get(colleague, "/api/reports/" + id + "/card")
                        .json()
                        .get("unread")
                        .asBoolean())
                .isFalse();
    }

    private long cards(long id) {
        return jdbc.sql(
                        "select count(*) from messaging_entry where org_id = :org and kind = 'CARD' and body like :body")
                .param("org", desk.org.id())
                .param("body", "%/reports/" + id + "\"%")
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsWrongIsSaid() {
        TestBrowser writer = desk.as(desk.writer);
        Map<String, Object> empty = Desk.report(daily, "x", null);
        empty.put("values", Map.of());
        TestBrowser.Reply refused = writer.post("/api/reports", empty);
        assertThat(refused.code()).isEqualTo("form.invalid");
        assertThat(refused.json().get("errors").get(0).get("field").stringValue())
                .isEqualTo("done");
        Map<String, Object> old = Desk.report(daily, "x", null);
        old.put("version", 1);
        assertThat(writer.post("/api/reports", old).code()).isEqualTo("report.template_changed");
        Map<String, Object> future = Desk.report(daily, "x", null);
        future.put("day", "2999-01-01");
        assertThat(writer.post("/api/reports", future).code()).isEqualTo("report.not_yet");
        Map<String, Object> past = Desk.report(daily, "x", null);
        past.put("day", "2001-01-01");
        assertThat(writer.post("/api/reports", past).code()).isEqualTo("report.too_old");
        Map<String, Object> nobody = Desk.report(daily, "x", null);
        nobody.put("recipients", List.of(999999999L));
        assertThat(writer.post("/api/reports", nobody).code()).isEqualTo("report.unknown_member");
        Map<String, Object> nul = Desk.report(daily, "a\u0000b", null);
        assertThat(writer.post("/api/reports", nul).status()).isEqualTo(400);
        assertThat(writer.get("/api/reports?box=RECEIVED&from=+999999-01-01").status())
                .isEqualTo(400);
        assertThat(writer.get("/api/reports?box=MINE").status()).isEqualTo(400);
        assertThat(writer.post("/api/reports/reads", Map.of("ids", List.of())).status())
                .isEqualTo(400);
    }

    @Test
    void aClosedTemplateTakesNothingLateAndALateReportSaysSo() {
        Map<String, Object> rules = Desk.rules("DAY", Desk.to(desk.boss));
        rules.put("deadline", Map.of("days", 0, "workDays", false, "time", "00:00"));
        long open = desk.template(rules);
        rules.put("late", false);
        long closed = desk.template(rules);

        assertThat(desk.sent(desk.writer, Desk.report(open, "迟到", null))
                        .get("late")
                        .asBoolean())
                .isTrue();
        assertThat(desk.as(desk.writer)
                        .post("/api/reports", Desk.report(closed, "迟到", null))
                        .code())
                .isEqualTo("report.closed");
    }

    @Test
    void listsAreFilteredAndPaged() {
        Map<String, Object> free = Desk.rules("NONE", Desk.to(desk.boss));
        long visits = desk.template(free);
        List<Long> ids = List.of("北京客户", "上海客户", "100%_完成").stream()
                .map(text -> desk.sent(desk.writer, Desk.report(visits, text, null))
                        .get("id")
                        .asLong())
                .toList();

        assertThat(desk.list(desk.boss, "box=RECEIVED&q=上海")).containsExactly(ids.get(1));
        assertThat(desk.list(desk.boss, "box=RECEIVED&q=%_")).containsExactly(ids.get(2));
        assertThat(desk.list(desk.boss, "box=RECEIVED&template=" + daily)).isEmpty();
        assertThat(desk.list(desk.boss, "box=RECEIVED&author=" + desk.boss.id()))
                .isEmpty();
        assertThat(desk.list(desk.boss, "box=RECEIVED&department=" + desk.org.rootDepartmentId()))
                .hasSize(3);
        assertThat(desk.list(desk.boss, "box=RECEIVED&until=2020-01-01")).isEmpty();
        JsonNode first = get(desk.boss, "/api/reports?box=RECEIVED&limit=2").json();
        assertThat(first.get("items").size()).isEqualTo(2);
        assertThat(desk.list(
                        desk.boss,
                        "box=RECEIVED&limit=2&after=" + first.get("next").stringValue()))
                .containsExactly(ids.getFirst());
        assertThat(desk.as(desk.boss)
                        .post("/api/reports/reads", Map.of("ids", ids))
                        .status())
                .isEqualTo(204);
        assertThat(desk.list(desk.boss, "box=RECEIVED&unread=true")).isEmpty();
    }

    @Test
    void theExportHasAColumnForEachField() {
        desk.sent(desk.writer, Desk.report(daily, "=1+1", "3"));

        TestBrowser.Reply file = get(desk.admin, "/api/reports/export.xlsx?template=" + daily);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).startsWith("PK");
    }
}
