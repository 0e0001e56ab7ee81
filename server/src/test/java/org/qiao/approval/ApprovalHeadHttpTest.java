package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.approval.Office.approve;
import static org.qiao.approval.Office.node;
import static org.qiao.approval.Office.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What lists and cards say of a run, and what its applicant sees before he sends it again. */
@QiaoTest
class ApprovalHeadHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private Office office;
    private TestUser lead;
    private TestUser boss;

    @BeforeEach
    void company() {
        TestOrg org = given.org();
        office = new Office(http, org);
        lead = org.user("组长");
        boss = org.user("老板");
    }

    private JsonNode card(TestUser user, long id) {
        return office.get(user, "/api/approvals/" + id + "/card");
    }

    private static Map<String, Object> withoutRefusing(Map<String, Object> node) {
        Map<String, Object> less = new HashMap<>(node);
        less.put("actions", List.of("TRANSFER"));
        return less;
    }

    @Test
    void aCardOffersTheAnswersAndIsNotReading() {
        long id = office.submitted(office.template(
                approve("lead", lead),
                withoutRefusing(approve("strict", lead)),
                node("HANDLE", "pay", Map.of(), boss)));

        assertThat(card(lead, id).get("task").toString()).isEqualTo("{\"task\":1,\"handle\":false,\"refuse\":true}");
        assertThat(card(lead, id).get("unread").asBoolean())
                .as("looking at the card is not reading the run")
                .isTrue();
        assertThat(card(office.applicant, id).get("task").isNull()).isTrue();
        ok(office.decide(lead, id, "AGREE", ""));
        assertThat(card(lead, id).get("task").toString()).isEqualTo("{\"task\":2,\"handle\":false,\"refuse\":false}");
        ok(office.decide(lead, id, "AGREE", ""));
        JsonNode line = office.get(boss, "/api/approvals?box=TODO").get("items").get(0);
        assertThat(line.get("task").toString())
                .as("what cannot be agreed to says so in the list")
                .isEqualTo("{\"task\":3,\"handle\":true,\"refuse\":false}");
        assertThat(line.get("unread").asBoolean()).isTrue();

        JsonNode answers = ok(office.as(boss)
                .post("/api/approvals/decisions", Map.of("items", List.of(Map.of("id", id, "task", 3)))));
        assertThat(answers.get(0).get("problem").asString()).isNotEmpty();
        assertThat(card(boss, id).get("task").get("task").asInt()).isEqualTo(3);
    }

    @Test
    void whatWasReturnedIsPreviewedAndSentInItsOwnVersion() {
        Map<String, Object> chosen = new HashMap<>(approve("chosen"));
        chosen.put("approvers", Map.of("kind", "CHOSEN", "most", 1, "range", Map.of()));
        long template = office.template(approve("first", lead), chosen);
        Map<String, List<Long>> whom = Map.of("chosen", List.of(boss.id()));
        long id = ok(office.submit(office.applicant, template, Map.of("chosen", whom)))
                .get("head")
                .get("id")
                .asLong();
        Map<String, Object> again = Map.of("values", Office.values("7.00"), "chosen", whom);
        assertThat(office.act(office.applicant, id, "preview", again).code())
                .as("it is not with him")
                .isEqualTo("flow.not_now");
        ok(office.decide(lead, id, "AGREE", ""));
        ok(office.act(boss, id, "returns", Map.of("task", 2, "then", "HERE", "reason", "太贵")));
        office.publish(template, Map.of(), approve("other", office.admin));
        ok(office.as(office.admin).delete("/api/admin/approval-templates/" + template));

        JsonNode preview = ok(office.act(office.applicant, id, "preview", again));
        JsonNode choices = office.get(office.applicant, "/api/approvals/" + id + "/choices");

        assertThat(preview.get("errors").isEmpty()).isTrue();
        assertThat(preview.get("steps").findValuesAsString("node"))
                .as("back to where it was returned, not to the start and not by the new route")
                .containsExactly("chosen");
        assertThat(preview.get("steps").findValuesAsString("name")).contains("老板");
        assertThat(choices.get("items").findValuesAsString("node")).containsExactly("chosen");
        assertThat(ok(office.act(office.applicant, id, "preview", Map.of("values", Map.of("amount", "x"))))
                        .get("errors")
                        .isEmpty())
                .isFalse();
        assertThat(office.act(boss, id, "preview", again).code())
                .as("only for whoever sends it")
                .isEqualTo("approval.not_found");
        assertThat(office.as(boss).get("/api/approvals/" + id + "/choices").code())
                .isEqualTo("approval.not_found");
        ok(office.act(office.applicant, id, "submissions", again));
        assertThat(office.get(boss, "/api/approvals?box=TODO").get("items").size())
                .isEqualTo(1);
        assertThat(office.get(lead, "/api/approvals?box=TODO").get("items").isEmpty())
                .isTrue();
    }
}
