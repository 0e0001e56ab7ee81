package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.messaging.RecallTest.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.DeliveryRecorder;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QiaoTest
class ReadMarkTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    Messages messages;

    @Autowired
    ReadMarks readMarks;

    @Autowired
    Readers readers;

    @Autowired
    News news;

    @Autowired
    DeliveryRecorder deliveries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void unreadIsArithmeticAndNeverGoesBack() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Ack first = talk.say(ann, group, "一");
        Ack second = talk.say(ann, group, "二");
        assertThat(talk.see(bob, group).unread()).isEqualTo(2);
        Await.until(() -> talk.see(ann, group).unread() == 0); // own messages are read

        readMarks.mark(bob.actor(), group, second.seq());
        readMarks.mark(bob.actor(), group, first.seq());
        assertThat(talk.see(bob, group).unread()).isZero();

        readMarks.mark(bob.actor(), group, first.seq());
        readMarks.mark(bob.actor(), group, 1_000_000);
        assertThat(talk.see(bob, group).readSeq()).isEqualTo(second.seq());
        talk.recall(ann, group, second.seq());
        Ack third = talk.say(ann, group, "三");
        assertThat(talk.see(bob, group).unread()).isEqualTo(1);
        assertThat(third.no()).isEqualTo(3);
    }

    @Test
    void whoeverWroteHasReadAlsoWhenACrashForgotIt() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Draft draft = Draft.text(group, Talk.key(), "一");
        messages.sendAndWait(ann.actor(), draft);
        Ack last = talk.say(bob, group, "二");
        Await.until(
                () -> talk.see(ann, group).unread() == 1 && talk.see(bob, group).unread() == 0);
        forgetMarks(group);
        assertThat(talk.see(bob, group).unread()).isEqualTo(2);

        Await.until(() -> {
            readMarks.rememberWriters();
            boolean remembered =
                    talk.see(bob, group).unread() == 0 && talk.see(ann, group).unread() == 1;
            if (!remembered) { // it looks 15 seconds back, and another test may have moved the clock by more in between
                talk.say(ann, group, "一");
                talk.say(bob, group, "二");
                forgetMarks(group);
            }
            return remembered;
        });

        forgetMarks(group);
        messages.sendAndWait(ann.actor(), draft); // the same key: a repeat
        Await.until(() -> talk.see(ann, group).readSeq() == last.seq() - 1);
    }

    /** As if the server had been killed before it wrote them. */
    private void forgetMarks(long conversation) {
        readMarks.flushIn(conversation);
        jdbc.sql("delete from messaging_read where conversation_id = :id")
                .param("id", conversation)
                .update();
    }

    @Test
    void whatWasReadIsKnownAlsoInTheMomentItIsWritten() throws Exception {
        TestOrg org = given.org();
        TestUser ann = org.user();
        List<TestUser> people = Stream.generate(org::user).limit(20).toList();
        long group = talk.group(ann, people.toArray(TestUser[]::new));
        List<Ack> said = IntStream.range(0, 15)
                .mapToObj(i -> talk.say(ann, group, "第 " + i))
                .toList();
        AtomicBoolean reading = new AtomicBoolean(true);

        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> written = writer.submit(() -> {
                while (reading.get()) {
                    readMarks.flushIn(group);
                }
            });
            try {
                said.forEach(message -> people.forEach(person -> {
                    readMarks.mark(person.actor(), group, message.seq());
                    do {
                        assertThat(news.seats(org.id(), List.of(new News.Key(person.id(), group))))
                                .singleElement()
                                .returns(message.seq(), News.Seat::readSeq);
                    } while (readMarks.waiting(group, person.id()) > 0);
                }));
            } finally {
                reading.set(false);
            }
            written.get();
        }
    }

    @Test
    void theOtherDeviceHearsWhatWasRead() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Ack message = talk.say(ann, group, "看看");

        readMarks.mark(bob.actor(), group, message.seq());

        Await.until(
                () -> deliveries.personal(bob.id()).stream().anyMatch(change -> change.kind() == PersonalKind.READ));
        PersonalChange change = deliveries.personal(bob.id()).getLast();
        assertThat(change.data()).containsEntry("no", (int) message.no());
        assertThat(deliveries.personal(bob.id()))
                .extracting(PersonalChange::seq)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theSenderSeesWhoHasReadAndWhen() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user("李四");
        TestUser eve = org.user("王五");
        long group = talk.group(ann, bob, eve);
        Ack message = talk.say(ann, group, "请看");

        readMarks.mark(bob.actor(), group, message.seq());
        ReadStore.Message place = new ReadStore.Message(group, message.seq());
        ReaderPage read = readers.list(ann.actor(), place, true, null, null);
        ReaderPage unread = readers.list(ann.actor(), place, false, null, null);

        assertThat(read.items()).singleElement().satisfies(reader -> {
            assertThat(reader.name()).isEqualTo("李四");
            assertThat(reader.readAt()).isNotNull();
        });
        assertThat(unread.items()).singleElement().satisfies(reader -> {
            assertThat(reader.name()).isEqualTo("王五");
            assertThat(reader.readAt()).isNull();
        });
        assertThat(read.read()).isEqualTo(1);
        assertThat(read.total()).isEqualTo(2);
        Await.until(() -> !deliveries.receipts(group).isEmpty());
        ReceiptsChanged pushed = deliveries.receipts(group).getLast();
        assertThat(pushed.principalId()).isEqualTo(ann.id());
        assertThat(pushed.items()).containsExactly(new Receipt(message.seq(), 1, 2));
        refused(MessagingProblem.NOT_THE_SENDER, () -> readers.list(bob.actor(), place, true, null, null));
        refused(MessagingProblem.NOT_FOUND, () -> readers.list(org.user().actor(), place, true, null, null));
    }

    @Test
    void inADirectConversationTheNewestMessageThatTheOtherHasReadIsPushed() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long direct = talk.direct(ann, bob);
        talk.say(ann, direct, "一");
        Ack second = talk.say(ann, direct, "二");
        Ack answer = talk.say(bob, direct, "三");
        talk.say(ann, direct, "四");
        readMarks.mark(bob.actor(), direct, answer.seq());
        readMarks.flushIn(direct);

        Await.until(() -> deliveries.receipts(direct).stream().anyMatch(pushed -> pushed.principalId() == ann.id()));

        ReceiptsChanged pushed = deliveries.receipts(direct).stream()
                .filter(one -> one.principalId() == ann.id())
                .toList()
                .getLast();
        assertThat(pushed.items()).containsExactly(new Receipt(second.seq(), 1, 1));
    }

    @Test
    void theTimeOfReadingIsTheOneOfTheFirstStepBehindTheMessage() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Ack first = talk.say(ann, group, "一");
        readMarks.mark(bob.actor(), group, first.seq());
        readMarks.flushIn(group);
        Ack second = talk.say(ann, group, "二");
        readMarks.mark(bob.actor(), group, second.seq());

        var one = readers.list(ann.actor(), new ReadStore.Message(group, first.seq()), true, null, null);
        var two = readers.list(ann.actor(), new ReadStore.Message(group, second.seq()), true, null, null);

        assertThat(Objects.requireNonNull(one.items().getFirst().readAt()))
                .isBefore(two.items().getFirst().readAt());
    }

    @Test
    void aCompanyMaySwitchReadListsOff() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        long group = talk.group(ann, org.user());
        Ack message = talk.say(ann, group, "看看");
        jdbc.sql("update org set settings = jsonb_set(settings, '{readReceipts}', 'false') where id = :id")
                .param("id", org.id())
                .update();

        refused(MessagingProblem.RECEIPTS_OFF, () -> readers.receipts(ann.actor(), group, List.of(message.seq())));
        refused(
                MessagingProblem.RECEIPTS_OFF,
                () -> readers.list(ann.actor(), new ReadStore.Message(group, message.seq()), true, null, null));
    }

    @Test
    void marksOfManyAreWrittenInBatchesAndAtMostOncePerTwoSeconds() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        List<TestUser> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(org.user());
        }
        long group = talk.group(ann, people.toArray(TestUser[]::new));
        List<Ack> acks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            acks.add(talk.say(ann, group, "第 " + i));
        }

        for (Ack ack : acks) {
            people.forEach(person -> readMarks.mark(person.actor(), group, ack.seq()));
        }
        readMarks.flushIn(group);

        assertThat(jdbc.sql(
                                "select count(*) from messaging_read_step where conversation_id = :id and principal_id <> :ann")
                        .param("id", group)
                        .param("ann", ann.id())
                        .query(Long.class)
                        .single())
                .isLessThan(30 * 4);
        List<Receipt> receipts =
                readers.receipts(ann.actor(), group, acks.stream().map(Ack::seq).toList());
        assertThat(receipts)
                .hasSize(20)
                .allSatisfy(receipt -> assertThat(receipt.read()).isEqualTo(30));
    }
}
