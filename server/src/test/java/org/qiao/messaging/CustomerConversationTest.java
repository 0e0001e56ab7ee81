package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.messaging.RecallTest.refused;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.directory.Card;
import org.qiao.directory.MemberLeft;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

/** Threads of customers, and groups with customers. */
@QiaoTest
class CustomerConversationTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    CustomerConversations customers;

    @Autowired
    SharedGroups shared;

    @Autowired
    Conversations conversations;

    @Autowired
    GroupMembers groups;

    @Autowired
    Messages messages;

    @Autowired
    Readers readers;

    @Autowired
    ReadMarks readMarks;

    @Autowired
    Fanout fanout;

    @Autowired
    News news;

    @Autowired
    StaffChanges staffChanges;

    @Autowired
    Members members;

    @Autowired
    Files files;

    @Test
    void oneThreadForOneKeyWithTheCustomerAsTheOtherSide() {
        TestOrg org = given.org();
        TestUser ann = org.user("安");
        TestUser guest = given.guest(org, "客人");
        long thread = open(ann, guest);
        assertThat(open(ann, guest)).isEqualTo(thread);
        assertThat(customers.open(org.id(), guest.id(), ann.id(), "relation-2")).isNotEqualTo(thread);
        refused(
                MessagingProblem.MEMBER_NOT_FOUND,
                () -> customers.open(org.id(), given.guest(given.org(), "外").id(), ann.id(), "k"));
        refused(MessagingProblem.MEMBER_NOT_FOUND, () -> customers.open(org.id(), guest.id(), guest.id(), "k"));

        Ack said = messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k1", "在吗"));

        ConversationView seen = talk.see(ann, thread);
        assertThat(seen.kind()).isEqualTo(ConversationKind.CUSTOMER);
        assertThat(seen.external()).isTrue();
        assertThat(seen.peer()).extracting(Card::name, Card::kind).containsExactly("客人", "CUSTOMER");
        assertThat(seen.unread()).isEqualTo(1);
        ConversationView own =
                conversations.listAsGuest(guest.actor(), null, null).items().getFirst();
        assertThat(own.peer()).isNull();
        assertThat(own.faces()).isEmpty();
        assertThat(own.last().seq()).isEqualTo(said.seq());
        assertThat(customers.staffOf(org.id(), thread)).containsExactly(ann.id());
        assertThat(customers.customersOf(org.id(), thread)).containsExactly(guest.id());
        assertThat(conversations.external(org.id(), List.of(thread, talk.group(ann))))
                .containsExactly(thread);
        assertThat(members.cards(ann.actor(), List.of(guest.id()))).hasSize(1);
        assertThat(members.cards(org.user("旁人").actor(), List.of(guest.id()))).isEmpty();
    }

    @Test
    void nobodyChangesAThreadLikeAGroupAndOnlyTheSenderRecalls() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser guest = given.guest(org, "客人");
        long thread = open(ann, guest);
        refused(
                MessagingProblem.NOT_A_GROUP,
                () -> groups.add(ann.actor(), thread, List.of(org.user().id())));
        refused(MessagingProblem.NOT_A_GROUP, () -> groups.remove(ann.actor(), thread, ann.id()));
        refused(MessagingProblem.NOT_A_GROUP, () -> groups.remove(ann.actor(), thread, guest.id()));
        refused(MessagingProblem.NOT_A_GROUP, () -> groups.update(ann.actor(), thread, "x", null));
        refused(MessagingProblem.NOT_A_GROUP, () -> groups.dissolve(ann.actor(), thread));
        refused(MessagingProblem.NOT_A_GROUP, () -> groups.transfer(ann.actor(), thread, ann.id()));
        refused(MessagingProblem.NOT_A_GROUP, () -> groups.setRole(ann.actor(), thread, ann.id(), GroupRole.ADMIN));

        Ack own = talk.say(ann, thread, "您好");
        Ack theirs = messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k", "你好"));
        refused(MessagingProblem.NOT_THE_SENDER, () -> talk.recall(ann, thread, theirs.seq()));
        refused(
                MessagingProblem.NOT_THE_SENDER,
                () -> messages.sendAsGuestAndWait(guest.actor(), Draft.recall(thread, "r", own.seq())));
        messages.sendAsGuestAndWait(guest.actor(), Draft.recall(thread, "r", theirs.seq()));

        customers.setClosed(org.id(), thread, true);
        refused(MessagingProblem.PEER_UNAVAILABLE, () -> talk.say(ann, thread, "在吗"));
        refused(
                MessagingProblem.PEER_UNAVAILABLE,
                () -> messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k2", "x")));
        assertThat(talk.see(ann, thread).closed()).isTrue();
        customers.setClosed(org.id(), thread, false);
        talk.say(ann, thread, "又见面了");
    }

    @Test
    void whoLeavesKeepsHisSeatUntilSomebodyTakesOver() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        TestUser cleo = org.user();
        TestUser guest = given.guest(org, "客人");
        long thread = open(ann, guest);
        talk.say(ann, thread, "您好");
        leave(ann);
        messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k1", "还在吗"));
        assertThat(customers.staffOf(org.id(), thread)).containsExactly(ann.id());

        customers.handOver(org.id(), thread, ann.id(), bob.id(), true);
        customers.handOver(org.id(), thread, ann.id(), bob.id(), true);

        assertThat(customers.staffOf(org.id(), thread)).containsExactly(bob.id());
        assertThat(talk.see(bob, thread).unread()).isEqualTo(1);
        List<EntryView> all = talk.all(bob, thread);
        assertThat(all).hasSize(4);
        assertThat(all.getLast().body())
                .contains("HANDED_OVER")
                .contains("\"by\":" + ann.id())
                .contains("[" + bob.id() + "]");
        refused(MessagingProblem.NOT_FOUND, () -> talk.see(ann, thread));

        customers.handOver(org.id(), thread, bob.id(), cleo.id(), false);
        assertThat(talk.all(cleo, thread)).hasSize(3);
        assertThat(talk.see(cleo, thread).unread()).isEqualTo(1);
        customers.addStaff(org.id(), thread, bob.id(), true);
        assertThat(talk.all(bob, thread)).hasSize(6);
        customers.remove(bob.actor(), thread, bob.id());
        refused(MessagingProblem.LAST_OF_STAFF, () -> customers.remove(bob.actor(), thread, cleo.id()));
        assertThat(talk.see(cleo, thread).memberCount()).isEqualTo(2);
        refused(
                MessagingProblem.NOT_FOUND,
                () -> customers.handOver(org.id(), talk.group(bob), bob.id(), cleo.id(), true));
    }

    @Test
    void whatAProgramSaysMarksNothingAsReadAndMayShowAnyFileOfTheCompany() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser guest = given.guest(org, "客人");
        FileView file = files.store(
                org.admin().actor(), "价目.txt", new ByteArrayInputStream("价目".getBytes(StandardCharsets.UTF_8)));
        long thread = open(ann, guest);
        messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k1", "多少钱"));
        Draft answer = Draft.message(
                thread, "auto-1", EntryKind.FILE, new Draft.Body(null, null, null, null, new Draft.FileRef(file.id())));

        Ack said = customers.say(org.id(), ann.id(), answer);

        assertThat(customers.say(org.id(), ann.id(), answer)).isEqualTo(said);
        assertThat(talk.see(ann, thread).unread()).isEqualTo(2);
        assertThat(talk.all(ann, thread).getLast().body()).contains("价目.txt");
        assertThat(talk.all(ann, thread).getLast().sender()).isEqualTo(ann.id());
        refused(
                MessagingProblem.NOT_FOUND,
                () -> customers.say(org.id(), org.user().id(), Draft.text(thread, "auto-2", "x")));

        fanout.again(org.id(), thread, talk.all(ann, thread).getLast()); // as behind a crash
        assertThat(talk.see(ann, thread).unread()).isEqualTo(2);
        readMarks.rememberWriters(); // as at every start
        assertThat(talk.see(ann, thread).unread()).isEqualTo(2);
        fanout.again(org.id(), thread, talk.all(guest, thread).get(1));
        talk.say(ann, thread, "十元");
        Await.until(() -> talk.see(ann, thread).unread() == 0); // she wrote herself
    }

    @Test
    void onlyTheCustomerCountsAsAReaderAndOnlyStaffIsToldOfNews() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        TestUser guest = given.guest(org, "客人");
        long thread = open(ann, guest);
        customers.addStaff(org.id(), thread, bob.id(), true);
        Ack said = talk.say(ann, thread, "您好");
        readMarks.mark(bob.actor(), thread, said.seq());
        assertThat(readers.receipts(ann.actor(), thread, List.of(said.seq())))
                .containsExactly(new Receipt(said.seq(), 0, 1));

        readMarks.mark(guest.actor(), thread, said.seq());

        assertThat(readers.receipts(ann.actor(), thread, List.of(said.seq())))
                .containsExactly(new Receipt(said.seq(), 1, 1));
        assertThat(readers.list(ann.actor(), new ReadStore.Message(thread, said.seq()), true, null, null)
                        .items())
                .singleElement()
                .satisfies(reader -> assertThat(reader.name()).isEqualTo("客人"));
        assertThat(news.seats(org.id(), List.of(new News.Key(ann.id(), thread), new News.Key(guest.id(), thread))))
                .extracting(seat -> seat.key().principalId())
                .containsExactly(ann.id());
        assertThat(news.places(org.id(), Set.of(thread))).singleElement().satisfies(place -> {
            assertThat(place.isDirect()).isTrue();
            assertThat(place.peer(ann.id())).isEqualTo(guest.id());
        });
    }

    @Test
    void aGroupWithCustomersIsLedByStaffOnly() {
        TestOrg org = given.org();
        TestUser owner = org.user("群主");
        TestUser ann = org.user();
        TestUser first = given.guest(org, "甲");
        TestUser second = given.guest(org, "乙");
        long group = customers.openGroup(owner.actor(), "客户群", List.of(ann.id()), List.of(first.id()), "g");
        assertThat(customers.openGroup(owner.actor(), "别的", List.of(), List.of(), "g"))
                .isEqualTo(group);
        talk.say(owner, group, "欢迎");

        assertThat(customers.join(org.id(), group, second.id(), 4)).isTrue();
        assertThat(customers.join(org.id(), group, second.id(), 4)).isFalse();
        refused(
                MessagingProblem.GROUP_FULL,
                () -> customers.join(org.id(), group, given.guest(org, "丙").id(), 4));

        assertThat(talk.see(owner, group)).satisfies(view -> {
            assertThat(view.external()).isTrue();
            assertThat(view.memberCount()).isEqualTo(4);
            assertThat(view.faces()).extracting(Card::kind).contains("CUSTOMER", "MEMBER");
        });
        assertThat(talk.all(second, group)).hasSize(1); // only what came with him
        refused(MessagingProblem.MEMBER_NOT_FOUND, () -> groups.transfer(owner.actor(), group, first.id()));
        refused(
                MessagingProblem.MEMBER_NOT_FOUND,
                () -> groups.setRole(owner.actor(), group, first.id(), GroupRole.ADMIN));
        refused(
                MessagingProblem.MENTION_ALL_ADMINS_ONLY,
                () -> messages.sendAsGuestAndWait(
                        first.actor(),
                        Draft.message(group, "all", EntryKind.TEXT, new Draft.Body("大家", null, true, null, null))));
        groups.remove(owner.actor(), group, first.id());
        customers.remove(second.actor(), group, second.id());
        assertThat(customers.customersOf(org.id(), group)).isEmpty();

        customers.join(org.id(), group, first.id(), 4);
        leave(owner);
        assertThat(customers.staffOf(org.id(), group)).containsExactlyInAnyOrder(owner.id(), ann.id());
        shared.setOwner(ann.actor(), group, ann.id()); // the hand-over
        customers.remove(ann.actor(), group, owner.id());
        assertThat(talk.see(ann, group).role()).isEqualTo(GroupRole.OWNER);
        refused(MessagingProblem.LAST_OF_STAFF, () -> groups.remove(ann.actor(), group, ann.id()));
        leave(ann);
        assertThat(customers.staffOf(org.id(), group)).containsExactly(ann.id()); // waits for a hand-over
        messages.sendAsGuestAndWait(first.actor(), Draft.text(group, "k", "有人吗"));
    }

    @Test
    void theThreadOfTwoWhoAreOneIsTheOthersAndGoesBack() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser guest = given.guest(org, "访客");
        TestUser known = given.guest(org, "王女士");
        long thread = open(ann, guest);
        messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k", "你好"));

        customers.moveCustomer(org.id(), thread, guest.id(), known.id());

        assertThat(talk.see(ann, thread).peer()).extracting(Card::name).isEqualTo("王女士");
        assertThat(talk.all(known, thread)).hasSize(2);
        assertThat(conversations.listAsGuest(guest.actor(), null, null).items()).isEmpty();
        customers.moveCustomer(org.id(), thread, known.id(), guest.id());
        assertThat(talk.see(ann, thread).peer()).extracting(Card::name).isEqualTo("访客");
        assertThat(talk.see(ann, thread).memberCount()).isEqualTo(2);
    }

    @Test
    void aCustomerWritesMoreSlowlyThanAnEmployee() {
        TestOrg org = given.org();
        TestUser guest = given.guest(org, "客人");
        long thread = open(org.user(), guest);

        refused(MessagingProblem.TOO_FAST, () -> {
            for (int i = 0; i < 15; i++) {
                messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "k" + i, "x"));
            }
        });
    }

    /** Out of all groups, of the newest last: then everything has happened. */
    private void leave(TestUser gone) {
        long last = talk.group(gone);
        staffChanges.on(MemberLeft.of(gone.orgId(), gone.id()));
        Await.until(() -> !conversations.isMember(gone.actor(), last));
    }

    private long open(TestUser staff, TestUser guest) {
        return customers.open(staff.orgId(), guest.id(), staff.id(), "relation-1");
    }
}
