package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.approval.Office.approve;
import static org.qiao.approval.Office.node;
import static org.qiao.approval.Office.ok;
import static org.qiao.approval.Office.told;
import static org.qiao.approval.Office.values;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class ApprovalHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private Office office;
    private TestUser lead;
    private TestUser boss;

    @BeforeEach
    void company() {
        office = new Office(http, given.org());
        lead = office.org.user("组长");
        boss = office.org.user("老板");
    }

    @Test
    void aRequestGoesFromOneToTheNextAndIsAgreed() {
        long template = office.template(approve("lead", lead), approve("boss", boss));
        long id = office.submitted(template);

        assertThat(office.get(lead, "/api/approvals?box=TODO").get("items").size())
                .isEqualTo(1);
        assertThat(office.get(boss, "/api/approvals?box=TODO").get("items").isEmpty())
                .isTrue();
        ok(office.decide(lead, id, "AGREE", "好"));
        JsonNode after = ok(office.decide(boss, id, "AGREE", ""));

        assertThat(after.get("head").get("state").asString()).isEqualTo("AGREED");
        assertThat(office.get(lead, "/api/approvals?box=DONE").get("items").size())
                .isEqualTo(1);
        assertThat(office.get(office.applicant, "/api/approvals?box=SENT&state=AGREED")
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(after.get("history").findValuesAsString("what"))
                .containsExactly("SUBMITTED", "AGREED", "AGREED", "ENDED");
    }

    @Test
    void theSameKeyIsTheSameRequestAndNumbersRun() {
        long template = office.template(approve("lead", lead));

        TestBrowser.Reply first = office.submit(office.applicant, template, Map.of("key", "once"));
        TestBrowser.Reply again = office.submit(office.applicant, template, Map.of("key", "once"));
        TestBrowser.Reply other = office.submit(office.applicant, template, Map.of());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("head").get("id"))
                .isEqualTo(first.json().get("head").get("id"));
        assertThat(first.json().get("head").get("number").asString()).endsWith("0001");
        assertThat(other.json().get("head").get("number").asString()).endsWith("0002");
    }

    @Test
    void wrongValuesAreRefusedFieldByFieldAndNothingIsKept() {
        long template = office.template(approve("lead", lead));

        TestBrowser.Reply reply = office.submit(office.applicant, template, Map.of("values", Map.of("amount", "-x")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("form.invalid");
        assertThat(reply.text()).contains("amount", "reason");
        assertThat(office.get(office.applicant, "/api/approvals?box=SENT")
                        .get("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aFormFilledInForAnOlderVersionIsRefused() {
        long template = office.template(approve("lead", lead));
        office.publish(template, Map.of(), approve("boss", boss));

        TestBrowser.Reply reply = office.submit(office.applicant, template, Map.of());

        assertThat(reply.code()).isEqualTo("approval.template_changed");
        assertThat(reply.json().get("params").get("version").asInt()).isEqualTo(2);
    }

    @Test
    void whatRunsKeepsItsRouteWhenTheTemplateChangesOrGoes() {
        long template = office.template(approve("lead", lead));
        long id = office.submitted(template);
        office.publish(template, Map.of(), approve("boss", boss));
        assertThat(office.as(office.admin)
                        .delete("/api/admin/approval-templates/" + template)
                        .status())
                .isEqualTo(204);

        ok(office.decide(lead, id, "AGREE", ""));

        assertThat(office.state(id)).isEqualTo("AGREED");
    }

    @Test
    void theWayIsShownWithRealPeopleBeforeItIsSent() {
        long template = office.template(approve("lead", lead), told("cc", boss));

        JsonNode preview = ok(office.as(office.applicant)
                .post("/api/approvals/preview", Map.of("templateId", template, "values", Map.of("amount", "5"))));

        assertThat(preview.get("steps").size()).isEqualTo(2);
        assertThat(preview.get("steps")
                        .get(0)
                        .get("people")
                        .get(0)
                        .get("person")
                        .get("name")
                        .asString())
                .isEqualTo("组长");
        assertThat(preview.get("errors").size()).isEqualTo(1);
    }

    @Test
    void refusingNeedsAReasonAndEndsIt() {
        long id = office.submitted(office.template(approve("lead", lead), approve("boss", boss)));

        assertThat(office.decide(lead, id, "REFUSE", "").code()).isEqualTo("flow.reason_required");
        ok(office.decide(lead, id, "REFUSE", "太贵"));

        assertThat(office.state(id)).isEqualTo("REFUSED");
        assertThat(office.get(boss, "/api/approvals?box=TODO").get("items").isEmpty())
                .isTrue();
    }

    @Test
    void onlyThePersonWhoseTurnItIsMayDecide() {
        long id = office.submitted(office.template(approve("lead", lead), approve("boss", boss)));
        int task = office.task(lead, id);
        Map<String, Object> agree = Map.of("task", task, "verdict", "AGREE");

        assertThat(office.act(boss, id, "decisions", agree).code())
                .as("he is not part of it yet")
                .isEqualTo("approval.not_found");
        assertThat(office.act(office.applicant, id, "decisions", agree).code()).isEqualTo("flow.not_your_turn");
        ok(office.act(lead, id, "decisions", agree));
        assertThat(office.act(lead, id, "decisions", agree).code()).isEqualTo("flow.changed_meanwhile");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherLearnsIt() throws Exception {
        Map<String, Object> any = node("APPROVE", "any", Map.of(), lead, boss);
        any.put("together", Map.of("rule", "ANY"));
        long id = office.submitted(office.template(any));
        int leads = office.task(lead, id);
        int bosses = office.task(boss, id);
        CountDownLatch start = new CountDownLatch(1);

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TestBrowser.Reply> one = both.submit(() -> {
                start.await();
                return office.act(lead, id, "decisions", Map.of("task", leads, "verdict", "AGREE"));
            });
            Future<TestBrowser.Reply> two = both.submit(() -> {
                start.await();
                return office.act(boss, id, "decisions", Map.of("task", bosses, "verdict", "REFUSE", "reason", "不行"));
            });
            start.countDown();

            assertThat(List.of(one.get().status(), two.get().status())).containsExactlyInAnyOrder(200, 409);
            assertThat(List.of(one.get().code(), two.get().code()))
                    .containsAnyOf("flow.changed_meanwhile", "flow.already_ended");
        }
    }

    @Test
    void whatIsReturnedIsChangedAndSentAgain() {
        long id = office.submitted(office.template(approve("lead", lead), approve("boss", boss)));
        ok(office.decide(lead, id, "AGREE", ""));
        Map<String, Object> back = Map.of("task", office.task(boss, id), "then", "HERE", "reason", "金额写错了");
        ok(office.act(boss, id, "returns", back));

        assertThat(office.state(id)).isEqualTo("RETURNED");
        assertThat(office.get(office.applicant, "/api/approvals/summary")
                        .get("returned")
                        .asInt())
                .isEqualTo(1);
        JsonNode again = ok(office.act(
                office.applicant, id, "submissions", Map.of("values", values("200.00"), "chosen", Map.of())));

        assertThat(again.get("values").get("amount").asString()).isEqualTo("200.00");
        assertThat(again.get("head").get("summary").get(0).get("text").asString())
                .contains("200");
        ok(office.decide(boss, id, "AGREE", ""));
        assertThat(office.state(id)).isEqualTo("AGREED");
    }

    @Test
    void signersAreAskedBeforeWhoAddedThem() {
        TestUser expert = office.org.user("专家");
        long id = office.submitted(office.template(approve("lead", lead)));
        ok(office.act(
                lead,
                id,
                "signers",
                Map.of("task", office.task(lead, id), "where", "BEFORE", "people", Office.ids(expert))));

        assertThat(office.run(lead, id).get("mine").get("tasks").isEmpty()).isTrue();
        ok(office.decide(expert, id, "AGREE", "没问题"));
        ok(office.decide(lead, id, "AGREE", ""));

        assertThat(office.state(id)).isEqualTo("AGREED");
    }

    @Test
    void aTransferMovesTheTaskAndATakenBackAgreementComesBack() {
        long id = office.submitted(office.template(approve("lead", lead), approve("boss", boss)));
        TestUser other = office.org.user("同事");
        ok(office.act(lead, id, "transfers", Map.of("task", office.task(lead, id), "to", other.id())));
        int task = office.task(other, id);
        ok(office.decide(other, id, "AGREE", ""));

        ok(office.act(other, id, "take-backs", Map.of("task", task)));

        assertThat(office.run(other, id).get("mine").get("tasks").size()).isEqualTo(1);
        assertThat(office.get(boss, "/api/approvals?box=TODO").get("items").isEmpty())
                .isTrue();
    }

    @Test
    void theApplicantRevokesUnlessTheTemplateForbids() {
        long id = office.submitted(office.template(approve("lead", lead)));
        assertThat(office.act(lead, id, "revocations", Map.of()).code()).isEqualTo("approval.not_found");
        ok(office.act(office.applicant, id, "revocations", Map.of("reason", "不用了")));
        assertThat(office.state(id)).isEqualTo("REVOKED");

        long firm = office.submitted(office.templateWith(Map.of("mayRevoke", false), approve("lead", lead)));
        assertThat(office.act(office.applicant, firm, "revocations", Map.of()).code())
                .isEqualTo("approval.not_revocable");
    }

    @Test
    void whatWasAgreedIsUndoneByANewRun() {
        long template = office.template(approve("lead", lead));
        long id = office.submitted(template);
        assertThat(office.submit(office.applicant, template, Map.of("undoes", id))
                        .code())
                .isEqualTo("approval.not_undoable");
        ok(office.decide(lead, id, "AGREE", ""));

        long undo = ok(office.submit(office.applicant, template, Map.of("undoes", id)))
                .get("head")
                .get("id")
                .asLong();
        ok(office.decide(lead, undo, "AGREE", ""));

        assertThat(office.run(office.applicant, id)
                        .get("head")
                        .get("undoneById")
                        .asLong())
                .isEqualTo(undo);
    }

    @Test
    void aNodeMayHideAndLetEditFields() {
        long id = office.submitted(office.template(
                node("APPROVE", "lead", Map.of("amount", "HIDDEN", "reason", "EDIT"), lead), approve("boss", boss)));
        JsonNode seen = office.run(lead, id);
        assertThat(seen.get("values").has("amount")).isFalse();
        assertThat(seen.get("head").get("summary").isEmpty()).isTrue();
        int task = office.task(lead, id);

        Map<String, String> changes = Map.of("amount", "1.00", "reason", "买更多纸");
        ok(office.act(lead, id, "decisions", Map.of("task", task, "verdict", "AGREE", "changes", changes)));

        JsonNode all = office.run(office.applicant, id);
        assertThat(all.get("values").get("amount").asString())
                .as("he could not even see it")
                .isEqualTo("100.00");
        assertThat(all.get("values").get("reason").asString()).isEqualTo("买更多纸");
        assertThat(all.get("history").get(2).get("fields").get(0).asString()).isEqualTo("事由");
        TestUser copied = office.org.user("抄送人");
        ok(office.act(office.applicant, id, "readers", Map.of("members", Office.ids(copied))));
        assertThat(office.run(copied, id).get("values").has("amount"))
                .as("a copy by hand shows no more than what no node hides")
                .isFalse();
    }

    @Test
    void whoIsToldMayReadAndWhoIsNotMayNot() {
        long id = office.submitted(office.template(told("cc", boss), approve("lead", lead)));
        TestUser stranger = office.org.user("路人");

        assertThat(office.get(boss, "/api/approvals?box=TOLD&unread=true")
                        .get("items")
                        .size())
                .isEqualTo(1);
        office.run(boss, id);
        assertThat(office.get(boss, "/api/approvals?box=TOLD&unread=true")
                        .get("items")
                        .isEmpty())
                .isTrue();
        assertThat(office.as(stranger).get("/api/approvals/" + id).code()).isEqualTo("approval.not_found");
        ok(office.decide(lead, id, "AGREE", ""));
        String ended = office.run(lead, id).get("head").get("endedAt").asString();
        clock.forward(Duration.ofMinutes(1));
        ok(office.act(office.applicant, id, "readers", Map.of("members", Office.ids(stranger))));
        JsonNode copied = office.run(stranger, id);
        assertThat(copied.get("head").get("endedAt").asString())
                .as("it ended when it ended")
                .isEqualTo(ended);
        JsonNode last = copied.get("history").valueStream().toList().getLast();
        assertThat(last.get("what").asString()).isEqualTo("TOLD");
        assertThat(last.get("by").asLong()).isEqualTo(office.applicant.id());
        Await.until(
                () -> !office.get(stranger, "/api/conversations").get("items").isEmpty());
    }

    @Test
    void commentsMentionPeopleAndCanBeForbidden() {
        long id = office.submitted(office.template(approve("lead", lead)));
        Map<String, Object> remark = Map.of("key", "a", "text", "请看 @老板", "mentions", Office.ids(boss));

        ok(office.act(office.applicant, id, "comments", remark));
        ok(office.act(office.applicant, id, "comments", remark));

        JsonNode comments =
                office.get(boss, "/api/approvals/" + id + "/comments").get("items");
        assertThat(comments.size()).isEqualTo(1);
        long quiet = office.submitted(office.templateWith(Map.of("comments", "NOBODY"), approve("lead", lead)));
        assertThat(office.act(office.applicant, quiet, "comments", remark).code())
                .isEqualTo("approval.no_comments");
    }

    @Test
    void manyAreAgreedToAtOnceAndEachRefusalIsNamed() {
        long template = office.template(approve("lead", lead));
        long one = office.submitted(template);
        long two = office.submitted(template);
        int task = office.task(lead, one);
        ok(office.act(office.applicant, two, "revocations", Map.of()));

        JsonNode answers = ok(office.as(lead)
                .post(
                        "/api/approvals/decisions",
                        Map.of("items", List.of(Map.of("id", one, "task", task), Map.of("id", two, "task", task)))));

        assertThat(answers.get(0).get("problem").isNull()).isTrue();
        assertThat(answers.get(1).get("problem").asString()).startsWith("flow.");
        assertThat(office.state(one)).isEqualTo("AGREED");
    }

    @Test
    void delegatesAreAskedInThePeriod() {
        Instant now = clock.instant();
        Map<String, Object> period = Map.of(
                "toId", boss.id(),
                "startsAt", now.minusSeconds(60).toString(),
                "endsAt", now.plus(Duration.ofDays(300)).toString());
        ok(office.as(lead).post("/api/approval-delegations", period));
        assertThat(office.as(lead).post("/api/approval-delegations", period).code())
                .isEqualTo("approval.bad_period");

        long id = office.submitted(office.template(approve("lead", lead)));
        ok(office.decide(boss, id, "AGREE", ""));

        assertThat(office.state(id)).isEqualTo("AGREED");
        JsonNode agreed = office.run(office.applicant, id).get("history").get(1);
        assertThat(agreed.get("by").asLong()).isEqualTo(boss.id());
        assertThat(agreed.get("forWhom").asLong()).isEqualTo(lead.id());
    }

    @Test
    void anAdministratorHandsOverEverythingThatWaits() {
        long template = office.template(approve("lead", lead));
        long one = office.submitted(template);
        office.submitted(template);

        JsonNode answer = ok(office.as(office.admin)
                .post("/api/admin/approval-hand-overs", Map.of("from", lead.id(), "to", boss.id())));

        assertThat(answer.get("runs").asInt()).isEqualTo(2);
        ok(office.decide(boss, one, "AGREE", ""));
        assertThat(office.as(lead)
                        .post("/api/admin/approval-hand-overs", Map.of("from", boss.id(), "to", lead.id()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theCardsComeByChatAndAreNotDoubled() {
        long id = office.submitted(office.template(approve("lead", lead)));

        Await.until(() -> cards(lead, id) == 1);
        ok(office.decide(lead, id, "AGREE", ""));
        Await.until(() -> cards(office.applicant, id) == 1);
        assertThat(cards(lead, id)).isEqualTo(1);
    }

    private int cards(TestUser user, long id) {
        return jdbc.sql("""
                        select count(*)
                        from messaging_entry e
                        join messaging_member m on m.conversation_id = e.conversation_id and m.principal_id = :user
                        where e.kind = 'CARD' and e.body::text like :id
                        """)
                .param("user", user.id())
                .param("id", "%/approvals/" + id + "\"%")
                .query(Integer.class)
                .single();
    }

    @Test
    void urgingSendsADingAndNotTwiceInAQuarterOfAnHour() {
        long id = office.submitted(office.template(approve("lead", lead)));

        clock.still(() -> {
            JsonNode urged = ok(office.act(office.applicant, id, "urges", Map.of()));

            assertThat(urged.get("people").asInt()).isEqualTo(1);
            assertThat(office.act(office.applicant, id, "urges", Map.of()).code())
                    .isEqualTo("approval.too_soon");
        });
    }

    @Test
    void theManagerOfTheDataSeesCountsAndExports() {
        long template = office.template(approve("lead", lead));
        ok(office.decide(lead, office.submitted(template), "AGREE", ""));

        JsonNode all = office.get(office.admin, "/api/approvals?box=ALL&q=" + "100.00");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        String span = "?from=" + today.minusDays(300) + "&until=" + today.plusDays(1);
        JsonNode counts = office.get(office.admin, "/api/approval-statistics" + span);

        assertThat(all.get("items").size()).isEqualTo(1);
        assertThat(counts.get("states").get(0).get("runs").asInt()).isEqualTo(1);
        assertThat(office.get(lead, "/api/approvals?box=ALL").get("items").isEmpty())
                .isTrue();
        assertThat(office.as(office.admin).get("/api/approvals/export.xlsx").status())
                .isEqualTo(200);
        assertThat(office.get(lead, "/api/approval-statistics" + span)
                        .get("states")
                        .isEmpty())
                .isTrue();
    }
}
