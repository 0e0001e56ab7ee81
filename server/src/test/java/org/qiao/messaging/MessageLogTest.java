package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Problem;
import org.qiao.testing.Await;
import org.qiao.testing.DeliveryRecorder;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log promises: order, density, once only, nothing for strangers (faults.md A3). */
@QiaoTest
class MessageLogTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    Messages messages;

    @Autowired
    GroupMembers groups;

    @Autowired
    Conversations conversations;

    @Autowired
    DeliveryRecorder deliveries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thirtyTwoWritersGetADenseOrderAndEveryAcknowledgedMessageIsThereOnce() throws Exception {
        TestOrg org = given.org();
        List<TestUser> people = people(org, 32);
        long group = talk.group(people.getFirst(), people.subList(1, 32).toArray(TestUser[]::new));

        List<Callable<List<Ack>>> writers = new ArrayList<>();
        for (TestUser person : people) {
            writers.add(() -> {
                List<Ack> acks = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    acks.add(talk.say(person, group, person.id() + ":" + i));
                }
                return acks;
            });
        }
        Set<Long> acknowledged = new HashSet<>();
        for (List<Ack> acks : together(writers)) {
            acks.forEach(ack -> acknowledged.add(ack.seq()));
            assertThat(acks).extracting(Ack::seq).isSorted();
        }

        List<EntryView> log = talk.all(people.getLast(), group);
        assertThat(acknowledged).hasSize(640);
        assertThat(log)
                .extracting(EntryView::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 641).boxed().toList());
        assertThat(log)
                .extracting(EntryView::no)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, 640).boxed().toList());
        assertThat(deliveries.entries(group))
                .extracting(event -> event.entry().seq())
                .isSorted()
                .hasSize(641);
    }

    @Test
    void oneKeyIsStoredOnceHoweverManySendItAtTheSameTime() throws Exception {
        TestUser ann = given.org().user();
        TestUser bob = ann(ann);
        long direct = conversations.direct(ann.actor(), bob.id());
        String key = Talk.key();

        List<Callable<Ack>> senders = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            senders.add(() -> messages.sendAndWait(ann.actor(), Draft.text(direct, key, "一次")));
        }

        assertThat(new HashSet<>(together(senders))).hasSize(1);
        assertThat(talk.all(bob, direct)).hasSize(1);
        assertThatThrownBy(() -> messages.sendAndWait(ann.actor(), Draft.text(direct, key, "两次")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(MessagingProblem.KEY_CONFLICT))
                                .isTrue());
        assertThat(messages.sendAndWait(bob.actor(), Draft.text(direct, key, "别人的钥匙"))
                        .seq())
                .isEqualTo(2);
    }

    @Test
    void membershipIsDecidedInsideTheAppend() throws Exception {
        TestOrg org = given.org();
        TestUser owner = org.user();
        TestUser writer = org.user();
        long group = talk.group(owner, writer);

        List<Callable<Object>> race = new ArrayList<>();
        race.add(() -> {
            int stored = 0;
            for (int i = 0; i < 28; i++) {
                try {
                    talk.say(writer, group, "还在 " + i);
                    stored++;
                } catch (Problem problem) {
                    assertThat(problem.is(MessagingProblem.NOT_FOUND)).isTrue();
                }
            }
            return stored;
        });
        race.add(() -> {
            talk.say(owner, group, "请你离开");
            groups.remove(owner.actor(), group, writer.id());
            return "removed";
        });
        Object stored = together(race).getFirst();

        List<EntryView> log = talk.all(owner, group);
        long removal = log.stream()
                .filter(entry -> entry.body().contains("REMOVED"))
                .findFirst()
                .orElseThrow()
                .seq();
        List<EntryView> written =
                log.stream().filter(entry -> entry.sender() == writer.id()).toList();
        assertThat(written)
                .hasSize((Integer) stored)
                .allSatisfy(entry -> assertThat(entry.seq()).isLessThan(removal));
        assertThatThrownBy(() -> talk.say(writer, group, "还在"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(MessagingProblem.NOT_FOUND))
                                .isTrue());
        assertThat(deliveries.entries(group).stream()
                        .filter(event -> event.entry().seq() == removal)
                        .findFirst()
                        .orElseThrow()
                        .recipients())
                .contains(writer.id(), owner.id());
    }

    @Test
    void aDirectConversationIsOneHoweverManyOpenIt() throws Exception {
        TestUser ann = given.org().user();
        TestUser bob = ann(ann);

        List<Callable<Long>> openers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            openers.add(() -> conversations.direct(ann.actor(), bob.id()));
            openers.add(() -> conversations.direct(bob.actor(), ann.id()));
        }

        assertThat(new HashSet<>(together(openers))).hasSize(1);
    }

    @Test
    void aMessageIsOneRowWhateverTheSizeOfTheGroup() {
        TestOrg org = given.org();
        TestUser owner = org.user();
        long group = talk.group(owner, people(org, 20).toArray(TestUser[]::new));
        talk.say(owner, group, "大家好");

        assertThat(jdbc.sql("select count(*) from messaging_entry where conversation_id = :id and kind = 'TEXT'")
                        .param("id", group)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theOutboxIsEmptyOnceEverythingIsFannedOut() {
        TestUser ann = given.org().user();
        long direct = conversations.direct(ann.actor(), ann(ann).id());
        talk.say(ann, direct, "hello");

        Await.until(() -> jdbc.sql("select count(*) from messaging_outbox where :id = any(conversations)")
                        .param("id", direct)
                        .query(Long.class)
                        .single()
                == 0);
    }

    @Test
    void theSweeperFansOutWhatACrashLeftBehind() {
        TestUser ann = given.org().user();
        TestUser peer = ann(ann);
        long direct = conversations.direct(ann.actor(), peer.id());
        Ack ack = talk.say(ann, direct, "kept");
        jdbc.sql("""
                        insert into messaging_outbox (conversations, seqs, created_at)
                        values (array[:id::bigint], array[:seq::bigint], now() - interval '1 minute')
                        """).param("id", direct).param("seq", ack.seq()).update();

        Await.until(() -> deliveries.entries(direct).size() == 2);

        assertThat(deliveries.entries(direct)).allSatisfy(event -> {
            assertThat(event.entry().seq()).isEqualTo(ack.seq());
            assertThat(event.recipients()).contains(ann.id());
        });
        Await.until(() -> deliveries.personal(peer.id()).stream()
                        .filter(change -> change.kind() == PersonalKind.CONVERSATION_ADDED)
                        .count()
                == 2);
    }

    @Test
    void theSweeperTellsNobodyWhoCameLater() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser newcomer = org.user();
        long group = talk.group(ann, org.user());
        Ack ack = talk.say(ann, group, "before");
        talk.add(ann, group, newcomer);
        jdbc.sql("""
                        insert into messaging_outbox (conversations, seqs, created_at)
                        values (array[:id::bigint], array[:seq::bigint], now() - interval '1 minute')
                        """).param("id", group).param("seq", ack.seq()).update();

        Await.until(() -> deliveries.entries(group).stream()
                        .filter(event -> event.entry().seq() == ack.seq())
                        .count()
                == 2);

        assertThat(deliveries.entries(group))
                .filteredOn(event -> event.entry().seq() == ack.seq())
                .allSatisfy(event ->
                        assertThat(event.recipients()).contains(ann.id()).doesNotContain(newcomer.id()));
    }

    private TestUser ann(TestUser colleague) {
        return new TestOrg(given, colleague.orgId(), root(colleague.orgId())).user("李四");
    }

    private long root(long orgId) {
        return jdbc.sql("select id from directory_department where org_id = :org and parent_id is null")
                .param("org", orgId)
                .query(Long.class)
                .single();
    }

    private static List<TestUser> people(TestOrg org, int count) {
        List<TestUser> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(org.user("同事" + i));
        }
        return people;
    }

    static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
