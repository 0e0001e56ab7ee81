package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

/** Catching up gives the same state as fetching everything anew. */
@QiaoTest
class SyncTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    SyncLog syncLog;

    @Autowired
    Conversations conversations;

    @Autowired
    GroupMembers groups;

    @Autowired
    ReadMarks readMarks;

    @Test
    void catchingUpEndsLikeAFreshFetchOnEveryDevice() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        Device phone = new Device(bob);
        Device laptop = new Device(bob);
        long group = talk.group(ann, bob);
        long direct = conversations.direct(ann.actor(), bob.id());
        Ack first = talk.say(ann, group, "一");
        phone.sync();
        talk.say(ann, direct, "悄悄话");
        talk.recall(ann, group, first.seq());
        laptop.sync();
        readMarks.mark(bob.actor(), direct, 1);
        conversations.setPreferences(bob.actor(), group, new GroupRequests.Preferences(true, true));
        for (int i = 0; i < 25; i++) {
            talk.say(ann, i % 2 == 0 ? group : direct, "消息 " + i);
        }
        groups.update(ann.actor(), group, "新名字", null);

        phone.sync();
        laptop.sync();
        Device fresh = new Device(bob);
        fresh.sync();

        assertThat(phone.state()).isEqualTo(fresh.state());
        assertThat(laptop.state()).isEqualTo(fresh.state());
        assertThat(phone.personal).isEqualTo(fresh.personal).isPositive();
    }

    @Test
    void whoWasRemovedLearnsItFromTheOwnLog() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long group = talk.group(ann, bob);
        Device phone = new Device(bob);
        phone.sync();

        groups.remove(ann.actor(), group, bob.id());
        SyncAnswer answer = phone.sync();

        assertThat(answer.personal())
                .extracting(SyncAnswer.PersonalView::kind)
                .contains(PersonalKind.CONVERSATION_REMOVED);
        assertThat(phone.entries).doesNotContainKey(group);
    }

    @Test
    void theCursorSkipsNothingWhateverTheOrderOfCommits() throws Exception {
        TestOrg org = given.org();
        TestUser reader = org.user();
        List<TestUser> writers = new ArrayList<>();
        List<Long> rooms = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(org.user());
            rooms.add(talk.group(writers.get(i), reader));
        }
        AtomicBoolean writing = new AtomicBoolean(true);
        Device phone = new Device(reader);
        Device slim = new Device(reader, 100);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int room = i;
            work.add(() -> {
                for (int n = 0; n < 25; n++) {
                    talk.say(writers.get(room), rooms.get(room), "第 " + n);
                }
                return room;
            });
        }
        Thread syncing = Thread.startVirtualThread(() -> {
            while (writing.get()) {
                phone.sync();
                slim.sync();
            }
        });
        MessageLogTest.together(work);
        writing.set(false);
        syncing.join();
        phone.sync();
        slim.sync();

        Device fresh = new Device(reader);
        fresh.sync();
        assertThat(slim.state()).isEqualTo(fresh.state());
        assertThat(slim.holes).isZero();
        assertThat(phone.state()).isEqualTo(fresh.state());
        rooms.forEach(room -> assertThat(phone.entries.get(room)).hasSize(26));
    }

    @Test
    void aTailAskedForHoldsOnlyWhatWasWrittenSinceTheCursor() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        TestUser bob = org.user();
        long room = talk.group(ann, bob);
        Ack old = talk.say(ann, room, "旧的");
        talk.say(ann, room, "也是旧的");
        SyncAnswer known = ask(bob, null, null, null);
        talk.recall(ann, room, old.seq());
        Ack last = talk.say(ann, room, "新的");

        SyncAnswer missed = syncLog.sync(
                bob.actor(), new SyncRequest(known.era(), known.cursor(), known.personalSeq(), null, null, 100));
        SyncAnswer shorter = syncLog.sync(
                bob.actor(), new SyncRequest(known.era(), known.cursor(), known.personalSeq(), null, null, 1));

        assertThat(Objects.requireNonNull(missed.conversations().getFirst().entries()))
                .extracting(EntryView::seq)
                .as("transactions of others that are still open make the cursor repeat more")
                .endsWith(last.seq() - 1, last.seq());
        assertThat(Objects.requireNonNull(shorter.conversations().getFirst().entries()))
                .extracting(EntryView::seq)
                .containsExactly(last.seq());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 12, 100})
    void aTailIsWholeHoweverMuchWasMissed(int tail) {
        TestOrg org = given.org();
        TestUser bob = org.user();
        Map<Long, Integer> missed = new HashMap<>();
        Map<Long, TestUser> authors = new HashMap<>();
        for (int count : new int[] {1, 9, 10, 11, 25}) {
            TestUser author = org.user();
            long room = talk.group(author, bob);
            missed.put(room, count);
            authors.put(room, author);
            talk.say(author, room, "旧的");
        }
        SyncAnswer known = ask(bob, null, null, null);
        missed.forEach((room, count) -> {
            for (int i = 0; i < count; i++) {
                talk.say(Objects.requireNonNull(authors.get(room)), room, "第 " + i);
            }
        });

        SyncAnswer answer = syncLog.sync(
                bob.actor(), new SyncRequest(known.era(), known.cursor(), known.personalSeq(), null, null, tail));

        missed.forEach((room, count) -> {
            ConversationView view = answer.conversations().stream()
                    .filter(each -> each.id() == room)
                    .findFirst()
                    .orElseThrow();
            List<Long> seqs = Objects.requireNonNull(view.entries()).stream()
                    .map(EntryView::seq)
                    .toList();
            int expected = Math.min(count, tail);
            assertThat(seqs.subList(seqs.size() - expected, seqs.size()))
                    .as("the last %s of %s", tail, count)
                    .containsExactlyElementsOf(LongStream.rangeClosed(view.seq() - expected + 1, view.seq())
                            .boxed()
                            .toList());
            assertThat(seqs).hasSizeLessThanOrEqualTo(tail);
        });
    }

    @Test
    void anotherEraOrANumberFromTheFutureGetsEverything() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        talk.group(ann, org.user());
        SyncAnswer known = syncLog.sync(ann.actor(), new SyncRequest(null, null, null, null, null));

        assertThat(known.full()).isTrue();
        assertThat(ask(ann, known.era(), known.cursor(), known.personalSeq()).full())
                .isFalse();
        assertThat(ask(ann, known.era() + 1, known.cursor(), known.personalSeq())
                        .full())
                .isTrue();
        assertThat(ask(ann, known.era(), known.cursor(), 999L).full()).isTrue();
        for (String bad : List.of("x", "-1", "1e9", "99999999999999999999", "1;drop")) {
            assertThatThrownBy(() -> ask(ann, known.era(), bad, 0L)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void manyConversationsComeInPages() {
        TestOrg org = given.org();
        TestUser ann = org.user();
        for (int i = 0; i < 7; i++) {
            talk.group(ann, org.user());
        }

        List<Long> found = new ArrayList<>();
        String after = null;
        do {
            SyncAnswer page = syncLog.sync(ann.actor(), new SyncRequest(null, null, null, after, 3));
            page.conversations().forEach(conversation -> found.add(conversation.id()));
            after = page.next();
        } while (after != null);

        assertThat(found).hasSize(7).doesNotHaveDuplicates();
        assertThat(conversations.list(ann.actor(), null, 3).next()).isNotNull();
    }

    private SyncAnswer ask(TestUser user, @Nullable Long era, @Nullable String cursor, @Nullable Long personal) {
        return syncLog.sync(user.actor(), new SyncRequest(era, cursor, personal, null, null));
    }

    /** Does what the contract asks of a client. */
    private final class Device {

        private final TestUser user;
        private final Map<Long, List<EntryView>> entries = new HashMap<>();
        private final Map<Long, ConversationView> lines = new HashMap<>();
        private @Nullable Long era;
        private @Nullable String cursor;
        private @Nullable Long personal;

        private final @Nullable Integer tail;
        private int holes;

        Device(TestUser user) {
            this(user, null);
        }

        Device(TestUser user, @Nullable Integer tail) {
            this.user = user;
            this.tail = tail;
        }

        SyncAnswer sync() {
            SyncAnswer answer = syncLog.sync(user.actor(), new SyncRequest(era, cursor, personal, null, null, tail));
            if (answer.full()) {
                entries.clear();
                lines.clear();
            }
            for (SyncAnswer.PersonalView change : answer.personal()) {
                if (change.kind() == PersonalKind.CONVERSATION_REMOVED) {
                    entries.remove(change.conversation());
                    lines.remove(change.conversation());
                } else if (lines.containsKey(change.conversation())) {
                    lines.put(change.conversation(), talk.see(user, change.conversation()));
                }
            }
            for (ConversationView view : answer.conversations()) {
                lines.put(view.id(), view);
                apply(view);
            }
            era = answer.era();
            cursor = answer.cursor();
            personal = answer.personalSeq();
            return answer;
        }

        private void apply(ConversationView view) {
            List<EntryView> tail = Objects.requireNonNull(view.entries());
            List<EntryView> known = entries.computeIfAbsent(view.id(), id -> new ArrayList<>());
            long have = known.isEmpty() ? 0 : known.getLast().seq();
            if (!tail.isEmpty() && tail.getFirst().seq() > have + 1) {
                holes++;
                known.clear();
                known.addAll(talk.all(user, view.id()));
            } else {
                tail.stream().filter(entry -> entry.seq() > have).forEach(known::add);
            }
        }

        /** Words of recalled messages are dropped by clients when the RECALL entry arrives. */
        String state() {
            StringBuilder state = new StringBuilder();
            entries.keySet().stream().sorted().forEach(id -> {
                ConversationView view = Objects.requireNonNull(lines.get(id));
                state.append(view.title())
                        .append(view.unread())
                        .append(view.pinned())
                        .append(view.muted());
                List<EntryView> all = Objects.requireNonNull(entries.get(id));
                all.forEach(entry -> {
                    boolean recalled =
                            all.stream().anyMatch(other -> other.target() != null && other.target() == entry.seq());
                    state.append('\n').append(entry.seq()).append(' ').append(recalled ? "{}" : entry.body());
                });
            });
            return state.toString();
        }
    }
}
