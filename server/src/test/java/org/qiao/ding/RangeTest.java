package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.ding.Range.Outsider;
import org.qiao.ding.Ranges.Candidate;
import org.qiao.dingrule.DingSettings;
import org.qiao.dingrule.Ladder;
import org.qiao.directory.Roles;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Messages;
import org.qiao.platform.Grant;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whom a range means. */
@QiaoTest
class RangeTest {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    Ranges ranges;

    @Autowired
    Conversations conversations;

    @Autowired
    Messages messages;

    @Autowired
    Roles roles;

    private TestOrg org;
    private TestUser sender;
    private TestUser first;
    private TestUser second;

    @BeforeEach
    void company() {
        org = given.org();
        sender = org.user("班长");
        first = org.user("甲");
        second = org.user("乙");
    }

    private List<Candidate> resolve(Range range) {
        return ranges.resolve(sender.actor(), range, Ladder.STANDARD, DingSettings.STANDARD, Locale.CHINESE);
    }

    private List<Long> people(Range range) {
        return resolve(range).stream()
                .map(Candidate::memberId)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Range range(
            Set<Long> departments, Set<Long> roles, @Nullable Long conversation, Range.@Nullable Message unread) {
        return new Range(Set.of(), departments, roles, conversation, unread, Set.of(), List.of());
    }

    private void refused(Range range, DingProblem problem) {
        assertThatThrownBy(() -> resolve(range)).hasMessage(problem.code());
    }

    @Test
    void aPersonInSeveralPartsIsARecipientOnceAndTheSenderNever() {
        Range range = new Range(
                Set.of(first.id(), sender.id()),
                Set.of(org.rootDepartmentId()),
                Set.of(),
                null,
                null,
                Set.of(second.id()),
                List.of());

        assertThat(people(range)).containsExactly(first.id());
    }

    @Test
    void aDepartmentMeansEverythingBelowIt() {
        long team = jdbc.sql("""
                        insert into directory_department (org_id, parent_id, name) values (:org, :root, '一组') returning id
                        """)
                .param("org", org.id())
                .param("root", org.rootDepartmentId())
                .query(Long.class)
                .single();
        jdbc.sql("update directory_department_member set department_id = :team where principal_id = :id")
                .param("team", team)
                .param("id", first.id())
                .update();

        assertThat(people(range(Set.of(team), Set.of(), null, null))).containsExactly(first.id());
        assertThat(people(range(Set.of(org.rootDepartmentId()), Set.of(), null, null)))
                .containsExactly(first.id(), second.id());
    }

    @Test
    void rolesMeanTheirMembers() {
        TestUser admin = org.admin();
        long role = roles.create(admin.actor(Grant.ADMIN), "值班", "", Set.of(second.id()))
                .id();

        assertThat(people(range(Set.of(), Set.of(role), null, null))).containsExactly(second.id());
    }

    @Test
    void aConversationMeansItsMembersAndAnOwnMessageThoseWhoHaveNotReadIt() {
        long group = conversations.createGroup(sender.actor(), "班组", List.of(first.id(), second.id()), "g1");
        TestBrowser browser = new TestBrowser(http).signedIn(sender);
        long seq = browser.post(
                        "/api/conversations/" + group + "/messages",
                        Map.of("key", "m1", "kind", "TEXT", "body", Map.of("text", "开会")))
                .json()
                .get("seq")
                .asLong();
        new TestBrowser(http).signedIn(first).put("/api/conversations/" + group + "/read", Map.of("seq", seq));

        assertThat(people(range(Set.of(), Set.of(), group, null))).containsExactly(first.id(), second.id());
        assertThat(people(range(Set.of(), Set.of(), null, new Range.Message(group, seq))))
                .containsExactly(second.id());
    }

    @Test
    void othersConversationsAndMessagesAreNotThere() {
        long group = conversations.createGroup(first.actor(), "别人", List.of(second.id()), "g2");

        assertThatThrownBy(() -> resolve(range(Set.of(), Set.of(), group, null)))
                .hasMessage("messaging.not_found");
        assertThatThrownBy(() -> resolve(range(Set.of(), Set.of(), null, new Range.Message(group, 1L))))
                .hasMessage("messaging.not_found");
    }

    @Test
    void foreignIdsLookLikeMissingOnes() {
        TestOrg other = given.org();
        TestUser foreign = other.user();

        refused(Range.of(Set.of(foreign.id())), DingProblem.UNKNOWN_MEMBER);
        refused(Range.of(Set.of(999_999_999L)), DingProblem.UNKNOWN_MEMBER);
        refused(range(Set.of(other.rootDepartmentId()), Set.of(), null, null), DingProblem.UNKNOWN_DEPARTMENT);
        refused(range(Set.of(), Set.of(999_999_999L), null, null), DingProblem.UNKNOWN_ROLE);
    }

    @Test
    void nobodyIsRefused() {
        refused(Range.of(Set.of()), DingProblem.NO_RECIPIENTS);
        refused(Range.of(Set.of(sender.id())), DingProblem.NO_RECIPIENTS);
    }

    @Test
    void numbersAreReadInEveryUsualWayAndOnce() {
        String own = given.phone(first);
        Range range = new Range(
                Set.of(first.id()),
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                List.of(
                        new Outsider("139 0013 9002", "王师傅"),
                        new Outsider("+8613900139002", "同一个"),
                        new Outsider(own, "成员自己的号码")));

        List<Candidate> found = resolve(range);

        assertThat(found).hasSize(2);
        assertThat(found.getLast().phone()).isEqualTo("+8613900139002");
        assertThat(found.getLast().name()).isEqualTo("王师傅");
        refused(
                new Range(Set.of(), Set.of(), Set.of(), null, null, Set.of(), List.of(new Outsider("12", ""))),
                DingProblem.BAD_PHONE);
    }
}
