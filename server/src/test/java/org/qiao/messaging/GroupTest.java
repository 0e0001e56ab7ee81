package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.messaging.RecallTest.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.qiao.directory.MemberDisabled;
import org.qiao.directory.MemberJoined;
import org.qiao.directory.MemberLeft;
import org.qiao.directory.MemberState;
import org.qiao.testing.Await;
import org.qiao.testing.DeliveryRecorder;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QiaoTest
class GroupTest {

    private static final int LARGE = 10_000;
    private static final int READERS = 1_000;

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    GroupMembers groups;

    @Autowired
    Conversations conversations;

    @Autowired
    ReadMarks readMarks;

    @Autowired
    Readers readers;

    @Autowired
    StaffChanges staff;

    @Autowired
    DeliveryRecorder deliveries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void newcomersSeeNothingFromBeforeAndLeaversNothingAtAll() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        TestUser eve = org.user();
        long group = talk.group(ann, bob);
        talk.say(ann, group, "从前");

        talk.add(ann, group, eve);
        talk.say(ann, group, "现在");

        assertThat(talk.all(eve, group)).extracting(EntryView::seq).containsExactly(3L, 4L);
        assertThat(talk.see(eve, group).unread()).isEqualTo(1);
        groups.remove(bob.actor(), group, bob.id());
        refused(MessagingProblem.NOT_FOUND, () -> talk.all(bob, group));
        refused(MessagingProblem.NOT_FOUND, () -> talk.see(bob, group));
        refused(MessagingProblem.NOT_FOUND, () -> conversations.recipients(bob.actor(), group));

        talk.add(ann, group, bob);
        assertThat(talk.all(bob, group)).extracting(EntryView::seq).containsExactly(6L);
        assertThat(talk.see(bob, group).unread()).isZero();
    }

    @Test
    void withHistoryNewcomersSeeTheLastHundredMessages() {
        TestOrg org = given.org();
        List<TestUser> writers = List.of(org.user(), org.user(), org.user(), org.user(), org.user());
        long group = talk.group(writers.getFirst(), writers.subList(1, 5).toArray(TestUser[]::new));
        groups.update(writers.getFirst().actor(), group, null, new GroupSettings(false, false, true));
        for (int i = 0; i < 120; i++) {
            talk.say(writers.get(i % 5), group, "第 " + i);
        }
        TestUser eve = org.user();

        talk.add(writers.getFirst(), group, eve);

        assertThat(talk.all(eve, group))
                .filteredOn(entry -> entry.kind().isMessage())
                .hasSize(100);
        assertThat(talk.see(eve, group).unread()).isZero();
    }

    @Test
    void rolesDecideWhoMayDoWhat() {
        TestOrg org = given.org();
        TestUser owner = org.user();
        TestUser admin = org.user();
        TestUser member = org.user();
        TestUser other = org.user();
        long group = talk.group(owner, admin, member);
        groups.setRole(owner.actor(), group, admin.id(), GroupRole.ADMIN);

        refused(MessagingProblem.ADMINS_ONLY, () -> groups.remove(member.actor(), group, admin.id()));
        refused(MessagingProblem.OWNER_ONLY, () -> groups.remove(admin.actor(), group, owner.id()));
        refused(MessagingProblem.ADMINS_ONLY, () -> groups.update(member.actor(), group, "我的", null));
        refused(MessagingProblem.OWNER_ONLY, () -> groups.dissolve(admin.actor(), group));
        refused(MessagingProblem.OWNER_ONLY, () -> groups.transfer(admin.actor(), group, admin.id()));
        refused(MessagingProblem.OWNER_ONLY, () -> groups.setRole(admin.actor(), group, member.id(), GroupRole.ADMIN));
        groups.update(admin.actor(), group, "公告", new GroupSettings(true, true, false));
        refused(MessagingProblem.ADMINS_ONLY, () -> talk.add(member, group, other));
        talk.add(admin, group, other);
        groups.transfer(owner.actor(), group, member.id());

        assertThat(talk.see(member, group).role()).isEqualTo(GroupRole.OWNER);
        assertThat(talk.see(owner, group).role()).isEqualTo(GroupRole.MEMBER);
        assertThat(talk.see(owner, group).title()).isEqualTo("公告");
        assertThat(talk.see(owner, group).memberCount()).isEqualTo(4);
        assertThat(talk.all(member, group))
                .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(EntryKind.SYSTEM));
        refused(MessagingProblem.NOT_FOUND, () -> groups.add(given.org().user().actor(), group, List.of(other.id())));
        refused(
                MessagingProblem.MEMBER_NOT_FOUND,
                () -> groups.add(
                        member.actor(), group, List.of(given.org().user().id())));
    }

    @Test
    void aDissolvedGroupIsGoneForAllAndTakesNoMessages() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);

        groups.dissolve(ann.actor(), group);

        refused(MessagingProblem.DISSOLVED, () -> talk.say(bob, group, "喂"));
        refused(MessagingProblem.NOT_FOUND, () -> talk.see(ann, group));
        assertThat(conversations.list(bob.actor(), null, null).items()).isEmpty();
        assertThat(deliveries.personal(bob.id()))
                .extracting(PersonalChange::kind)
                .contains(PersonalKind.CONVERSATION_ADDED, PersonalKind.CONVERSATION_REMOVED);
    }

    @Test
    void whoLeavesTheCompanyLeavesItsGroupsAndHandsThemOver() {
        TestOrg org = given.org();
        TestUser gone = org.user();
        TestUser heir = org.user();
        TestUser peer = org.user();
        long group = talk.group(gone, heir, peer);
        groups.setRole(gone.actor(), group, peer.id(), GroupRole.ADMIN);
        long direct = conversations.direct(gone.actor(), peer.id());
        talk.say(gone, direct, "再见");

        state(gone, MemberState.LEFT);
        staff.on(MemberLeft.of(org.id(), gone.id()));
        staff.on(MemberLeft.of(org.id(), gone.id()));
        Await.until(() -> talk.see(heir, group).memberCount() == 2 && isClosed(direct));

        refused(MessagingProblem.NOT_FOUND, () -> talk.see(gone, group));
        assertThat(talk.see(peer, group).role()).isEqualTo(GroupRole.OWNER);
        assertThat(talk.see(heir, group).memberCount()).isEqualTo(2);
        assertThat(talk.all(peer, direct)).hasSize(1);
        refused(MessagingProblem.PEER_UNAVAILABLE, () -> talk.say(peer, direct, "还在吗"));
    }

    @Test
    void aLockedOutColleagueCannotBeWrittenToUntilHeIsBack() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long direct = conversations.direct(ann.actor(), bob.id());
        state(bob, MemberState.DISABLED);
        staff.on(new MemberDisabled(org.id(), bob.id()));
        Await.until(() -> isClosed(direct));
        refused(MessagingProblem.PEER_UNAVAILABLE, () -> talk.say(ann, direct, "在吗"));

        state(bob, MemberState.ACTIVE);
        staff.on(new MemberJoined(org.id(), bob.id()));
        Await.until(() -> !isClosed(direct));

        assertThat(talk.say(ann, direct, "欢迎回来").seq()).isEqualTo(1);
    }

    @Test
    void whoIsBackAlreadyStaysReachableWhenHisLockOutIsHeardOfLate() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        TestUser gone = org.user();
        long direct = conversations.direct(bob.actor(), ann.id());
        long last = conversations.direct(bob.actor(), gone.id()); // handled after the one above: it has the higher id
        state(gone, MemberState.DISABLED);

        staff.on(new MemberDisabled(org.id(), bob.id()));
        Await.until(() -> isClosed(last));

        assertThat(isClosed(direct)).isFalse();
    }

    /** As the directory has it before it tells. */
    private void state(TestUser user, MemberState state) {
        jdbc.sql("update directory_member set state = :state where principal_id = :id and org_id = :org_id")
                .param("state", state.name())
                .param("id", user.id())
                .param("org_id", user.orgId())
                .update();
    }

    private boolean isClosed(long direct) {
        return jdbc.sql("select closed from messaging_conversation where id = :id")
                .param("id", direct)
                .query(Boolean.class)
                .single();
    }

    @Test
    void theOtherSideSeesADirectConversationFromItsFirstMessageOn() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long direct = conversations.direct(ann.actor(), bob.id());
        assertThat(conversations.list(bob.actor(), null, null).items()).isEmpty();
        assertThat(conversations.list(ann.actor(), null, null).items()).hasSize(1);

        talk.say(ann, direct, "你好");

        assertThat(conversations.list(bob.actor(), null, null).items())
                .singleElement()
                .satisfies(line -> assertThat(line.unread()).isEqualTo(1));
        Await.until(() -> deliveries.personal(bob.id()).size() == 1);
        assertThat(deliveries.personal(bob.id()))
                .extracting(PersonalChange::kind)
                .containsExactly(PersonalKind.CONVERSATION_ADDED);
    }

    @Test
    void mentionsPointAtTheLastUnreadOneAndAllMayBeForAdminsOnly() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Ack mention = mention(ann, group, new Draft.Body("看这里", List.of(bob.id()), null, null, null));
        assertThat(talk.see(bob, group).mentionSeq()).isEqualTo(mention.seq());
        Ack all = mention(ann, group, new Draft.Body("大家看", null, true, null, null));
        assertThat(talk.see(bob, group).mentionSeq()).isEqualTo(all.seq());
        talk.recall(ann, group, all.seq());
        assertThat(talk.see(bob, group).mentionSeq()).isEqualTo(mention.seq());
        readMarks.mark(bob.actor(), group, mention.seq());
        assertThat(talk.see(bob, group).mentionSeq()).isNull();

        groups.update(ann.actor(), group, null, new GroupSettings(true, false, false));

        refused(
                MessagingProblem.MENTION_ALL_ADMINS_ONLY,
                () -> mention(bob, group, new Draft.Body("大家", null, true, null, null)));
    }

    @Autowired
    Messages messages;

    private Ack mention(TestUser sender, long group, Draft.Body body) {
        return messages.sendAndWait(sender.actor(), Draft.message(group, Talk.key(), EntryKind.TEXT, body));
    }

    @Test
    void aGroupOfTenThousandTakesAMessageAsOneRowAndCountsItsReaders() {
        TestOrg org = given.org();
        TestUser owner = org.user();
        List<Long> people = crowd(org.id());
        long group = talk.group(owner);
        groups.add(owner.actor(), group, people);

        Ack message = talk.say(owner, group, "全体通知");
        for (long person : people.subList(0, READERS)) {
            readMarks.mark(new TestUser(org.id(), 0, person, "").actor(), group, message.seq());
        }

        Receipt receipt =
                readers.receipts(owner.actor(), group, List.of(message.seq())).getFirst();
        assertThat(receipt).isEqualTo(new Receipt(message.seq(), READERS, LARGE - 1));
        ReaderPage unread = readers.list(owner.actor(), new ReadStore.Message(group, message.seq()), false, null, 200);
        assertThat(unread.items()).hasSize(200);
        assertThat(unread.next()).isNotNull();
        assertThat(talk.see(owner, group).memberCount()).isEqualTo(LARGE);
        assertThat(conversations.recipients(owner.actor(), group)).hasSize(LARGE);
        TestUser extra = org.user();
        refused(MessagingProblem.GROUP_FULL, () -> talk.add(owner, group, extra));
    }

    private List<Long> crowd(long orgId) {
        List<Long> ids = jdbc.sql("""
                        with p as (
                            insert into principal (kind, org_id)
                            select 'MEMBER', :org from generate_series(1, :count) returning id
                        ), m as (
                            insert into directory_member (principal_id, org_id, name, state)
                            select id, :org, '同事' || id, 'ACTIVE' from p
                        )
                        select id from p
                        """)
                .param("org", orgId)
                .param("count", LARGE - 1)
                .query(Long.class)
                .list();
        return new ArrayList<>(ids);
    }

    @Test
    void aRepeatedCreationGivesTheSameGroup() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        List<Long> others = List.of(org.user().id(), org.user().id());
        String key = Talk.key();

        long first = conversations.createGroup(ann.actor(), "一组", others, key);

        assertThat(conversations.createGroup(ann.actor(), "一组", others, key)).isEqualTo(first);
        assertThat(LongStream.of(conversations.recipients(ann.actor(), first)).boxed())
                .containsAll(others);
    }
}
