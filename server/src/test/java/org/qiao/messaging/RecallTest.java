package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class RecallTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    Messages messages;

    @Autowired
    GroupMembers groups;

    @Autowired
    SyncLog syncLog;

    @Test
    void aRecallReachesADeviceThatWasOffline() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Ack secret = talk.say(ann, group, "发错了");
        SyncAnswer before = syncLog.sync(bob.actor(), new SyncRequest(null, null, null, null, null));

        Ack recall = talk.recall(ann, group, secret.seq());

        SyncAnswer after = syncLog.sync(
                bob.actor(), new SyncRequest(before.era(), before.cursor(), before.personalSeq(), null, null));
        ConversationView moved = after.conversations().getFirst();
        assertThat(after.full()).isFalse();
        assertThat(Objects.requireNonNull(moved.entries()))
                .filteredOn(entry -> entry.seq() == recall.seq())
                .singleElement()
                .satisfies(entry -> assertThat(entry.target()).isEqualTo(secret.seq()));
        assertThat(after.toString()).doesNotContain("发错了");
        EntryView tombstone = talk.all(bob, group).get((int) secret.seq() - 1);
        assertThat(tombstone.body()).isEqualTo("{}");
        assertThat(Objects.requireNonNull(tombstone.recalledBy()).by()).isEqualTo(ann.id());
        assertThat(moved.messageNo())
                .as("a recall does not reduce what is unread")
                .isEqualTo(1);
    }

    @Test
    void aSecondRecallGetsTheFirstAnswer() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        long group = talk.group(ann, org.user());
        Ack message = talk.say(ann, group, "再说");

        Ack first = talk.recall(ann, group, message.seq());

        assertThat(talk.recall(ann, group, message.seq())).isEqualTo(first);
        assertThat(talk.all(ann, group)).hasSize(3);
    }

    @Test
    void aQuoteOfARecalledMessageLosesItsWords() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Ack message = talk.say(ann, group, "机密");
        Ack reply = messages.sendAndWait(
                bob.actor(),
                Draft.message(
                        group, Talk.key(), EntryKind.TEXT, new Draft.Body("收到", null, null, message.seq(), null)));
        assertThat(quote(bob, group, reply)).isEqualTo("机密");

        talk.recall(ann, group, message.seq());

        assertThat(quote(bob, group, reply)).isNull();
        assertThat(talk.all(bob, group).toString()).doesNotContain("机密");
    }

    @Test
    void whoCameAfterTheQuotedMessageDoesNotReadItInTheQuote() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser newcomer = org.user();
        long group = talk.group(ann, org.user());
        Ack message = talk.say(ann, group, "旧密码");
        talk.add(ann, group, newcomer);
        messages.sendAndWait(
                ann.actor(),
                Draft.message(
                        group, Talk.key(), EntryKind.TEXT, new Draft.Body("见上", null, null, message.seq(), null)));

        List<EntryView> seen = talk.all(newcomer, group);
        SyncAnswer synced = syncLog.sync(newcomer.actor(), new SyncRequest(null, null, null, null, null));

        assertThat(seen.getLast().quote()).isNotNull();
        assertThat(seen.toString()).doesNotContain("旧密码");
        assertThat(synced.toString()).contains("见上").doesNotContain("旧密码");
        assertThat(talk.all(ann, group).toString()).contains("excerpt=旧密码");
    }

    @Test
    void membersRecallTheirOwnWithinTheWindowAndAdminsAnythingAnyTime() {
        TestOrg org = given.org();
        TestUser owner = org.user();
        TestUser admin = org.user();
        TestUser member = org.user();
        long group = talk.group(owner, admin, member);
        groups.setRole(owner.actor(), group, admin.id(), GroupRole.ADMIN);
        Ack old = messages.importAndWait(member.actor(), Draft.text(group, Talk.key(), "很久以前"), LONG_AGO);
        Ack young = talk.say(admin, group, "刚才");

        refused(MessagingProblem.RECALL_TOO_LATE, () -> talk.recall(member, group, old.seq()));
        refused(MessagingProblem.NOT_THE_SENDER, () -> talk.recall(member, group, young.seq()));
        refused(MessagingProblem.ENTRY_NOT_FOUND, () -> talk.recall(member, group, 1));
        refused(MessagingProblem.ENTRY_NOT_FOUND, () -> talk.recall(member, group, 999));
        talk.recall(admin, group, old.seq());
        talk.recall(owner, group, young.seq());

        List<EntryView> log = talk.all(member, group);
        assertThat(log).filteredOn(entry -> entry.recalledBy() != null).hasSize(2);
    }

    private String quote(TestUser reader, long group, Ack reply) {
        EntryView entry = talk.all(reader, group).get((int) reply.seq() - 1);
        return Objects.requireNonNull(entry.quote()).excerpt();
    }

    static void refused(MessagingProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, thrown -> assertThat(thrown.code()).isEqualTo(problem.code()));
    }
}
