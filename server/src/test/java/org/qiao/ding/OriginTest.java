package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.members;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What approvals and reports do: they send a DING in their own transaction and say what it is about. Alone, as others move the clock. */
@QiaoTest
@Isolated
class OriginTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    Dings dings;

    @Autowired
    TransactionTemplate transaction;

    private Alarm alarm;
    private TestUser applicant;
    private TestUser approver;

    @BeforeEach
    void company() {
        alarm = new Alarm(http, jdbc);
        TestOrg org = alarm.awake(given.org());
        applicant = org.user("申请人");
        approver = org.user("审批人");
    }

    private Dings.Sent urge(DingOrigin origin) {
        Range range = Range.of(Set.of(approver.id()));
        return dings.send(applicant.actor(), DingDraft.of("approval:17:1", "请审批", range), origin);
    }

    @Test
    void whoeverSeesTheDingSeesWhatItIsAbout() {
        long ding = urge(DingOrigin.approval(17, "  申请人的请假  ")).id();

        Await.until(() -> !alarm.steps(ding).isEmpty());
        JsonNode received = alarm.get(approver, "/api/dings?box=WAITING").at("/items/0/ding");
        assertThat(received.get("source").stringValue()).isEqualTo("APPROVAL");
        assertThat(received.at("/origin/id").asLong()).isEqualTo(17);
        assertThat(received.at("/origin/title").stringValue()).isEqualTo("申请人的请假");
        assertThat(alarm.get(applicant, "/api/dings/" + ding)
                        .at("/origin/source")
                        .stringValue())
                .isEqualTo("APPROVAL");
    }

    @Test
    void urgingTwiceWithOneKeyIsOneDing() {
        Dings.Sent first = urge(DingOrigin.approval(17, "请假"));
        Dings.Sent again = urge(DingOrigin.approval(17, "请假"));

        assertThat(first.created()).isTrue();
        assertThat(again).isEqualTo(new Dings.Sent(first.id(), false));
    }

    @Test
    void whenTheCallersTransactionFailsNobodyIsReached() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    urge(DingOrigin.report(5, "周报"));
                    throw new IllegalStateException("the report was not stored");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(alarm.get(approver, "/api/dings?box=RECEIVED").get("items")).isEmpty();
        assertThat(urge(DingOrigin.report(5, "周报")).created()).isTrue();
    }

    @Test
    void aRecalledDingDoesNotSayWhatItWasAbout() {
        long ding = urge(DingOrigin.report(5, "周报")).id();
        Await.until(() -> !alarm.steps(ding).isEmpty());

        alarm.as(applicant).post("/api/dings/" + ding + "/recall", Map.of());

        assertThat(alarm.get(approver, "/api/dings/" + ding).get("origin").isNull())
                .isTrue();
        assertThat(alarm.get(applicant, "/api/dings/" + ding)
                        .at("/origin/title")
                        .stringValue())
                .isEqualTo("周报");
    }

    @Test
    void nobodyClaimsOverHttpToBeAnApproval() {
        Map<String, Object> draft = draft(members(approver), null);
        draft.put("source", "APPROVAL");
        draft.put("origin", Map.of("source", "APPROVAL", "id", 17, "title", "请假"));

        assertThat(alarm.send(applicant, draft).status()).isEqualTo(400);
        draft.put("source", "CHAT");
        assertThat(alarm.send(applicant, draft).json().path("origin").asString(""))
                .isEmpty();
    }

    @Test
    void aLongTitleIsCutAndAnEmptyOneRefused() {
        String title = DingOrigin.report(5, "😀".repeat(200)).title();
        assertThat(title.length()).isEqualTo(119);
        assertThat(title).endsWith("😀…");

        assertThatThrownBy(() -> DingOrigin.report(5, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DingOrigin(DingSource.CHAT, 5, "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
