package org.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.bench.Story.GROUP;
import static org.qiao.bench.Story.STEP;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qiao.bench.Holding.Held;
import org.qiao.bench.Operation.Ack;
import org.qiao.bench.Operation.Kind;
import org.qiao.bench.Operation.Outcome;
import org.qiao.bench.Sighting.Way;

/** A clean history passes; whatever breaks an invariant is found and named; what a fault explains is none. */
class CheckerTest {

    @Test
    void aCleanHistoryPasses() {
        assertThat(Story.told().check().first()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("breaches")
    void everyBreachIsFoundAndNamed(String invariant, String what, Consumer<Story> breach) {
        Story story = Story.told();

        breach.accept(story);

        Violations found = story.check();
        assertThat(found.kinds()).as("%s: %s", what, found.first()).contains(invariant);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excused")
    void whatIsExplainedIsNoBreach(String what, Consumer<Story> odd) {
        Story story = Story.told();

        odd.accept(story);

        assertThat(story.check().first()).as(what).isEmpty();
    }

    private static Arguments breach(String invariant, String what, Consumer<Story> breach) {
        return Arguments.of(invariant, what, breach);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(writes(), orders(), ends(), marks(), visibility()).flatMap(some -> some);
    }

    private static Stream<Arguments> writes() {
        return Stream.of(
                breach("I1", "an acknowledged message is gone", story -> story.log.remove(story.head.seq())),
                breach("I1", "another message stands at the acknowledged number", story -> {
                    Dump.Entry last = story.log.lastEntry().getValue();
                    story.log.put(last.seq(), entry(story, last.seq(), last.no(), 2, "z"));
                }),
                breach(
                        "I1",
                        "a message has another text",
                        story -> story.log.computeIfPresent(
                                story.head.seq(), (_, old) -> withBody(old, "{\"text\":\"changed\"}"))),
                breach(
                        "I1",
                        "an acknowledged recall is none",
                        story -> story.operations.add(story.operation(
                                Kind.RECALL, 1, "y", "", 3, 1, Outcome.OK, List.of(new Ack(2, 1, story.later()))))),
                breach(
                        "I1",
                        "a refused message is stored",
                        story -> story.operations.add(
                                story.operation(Kind.SEND, 1, "a", "one", 0, 1, Outcome.FAIL, List.of()))),
                breach(
                        "I1",
                        "a device was shown what is gone",
                        story -> story.sightings.add(story.sighting(0, story.head.seq() + 1, "TEXT 1 x", Way.LIVE))),
                breach(
                        "I1",
                        "a confirmed removal has left nothing",
                        story -> story.operations.add(story.operation(
                                Kind.REMOVE, 1, "", "", 2, 1, Outcome.OK, List.of(new Ack(0, 0, story.later()))))),
                breach("I2", "one key is stored twice", story -> append(story, 1, "a")),
                breach(
                        "I2",
                        "one key was acknowledged at two numbers",
                        story -> story.operations.add(story.operation(
                                Kind.SEND,
                                1,
                                "a",
                                "one",
                                0,
                                2,
                                Outcome.OK,
                                List.of(new Ack(2, 1, story.later()), new Ack(3, 2, story.later()))))),
                breach("I3", "a number is missing", story -> story.log.remove(3L)),
                breach("I3", "a number is there twice", story -> story.moreEntries.add(entry(story, 3, 2, 2, "b"))),
                breach("I3", "the head is ahead", story -> story.head = new Dump.Head(true, 99, story.head.no())),
                breach(
                        "I3",
                        "the head counts wrongly",
                        story -> story.head = new Dump.Head(true, story.head.seq(), story.head.no() + 1)),
                breach(
                        "I3",
                        "a recall counts as a message",
                        story -> story.log.computeIfPresent(4L, (_, old) -> withNo(old, old.no() + 1))));
    }

    private static Stream<Arguments> orders() {
        return Stream.of(
                breach(
                        "I4",
                        "a device applies backwards",
                        story -> story.sightings.add(story.sighting(0, 3, "TEXT 2 b", Way.FETCHED))),
                breach(
                        "I4",
                        "a device skips an entry",
                        story -> story.sightings.removeIf(sighting -> sighting.device() == 0 && sighting.seq() == 3)),
                breach("I4", "one socket's messages changed places", story -> {
                    Operation first = story.operations.getFirst();
                    story.operations.add(new Operation(
                            Kind.SEND,
                            1,
                            first.connection(),
                            GROUP,
                            "f",
                            "last",
                            0,
                            0,
                            1,
                            Outcome.OK,
                            0,
                            "",
                            List.of(new Ack(story.head.seq(), 6, 0))));
                }),
                breach(
                        "I4",
                        "a session repeats without a reason",
                        story -> story.sightings.add(story.sighting(0, 3, "TEXT 2 b", Way.AGAIN))),
                breach("I4", "a session leaves out without a reason", story -> {
                    long seq = story.say(1, "g", "left out");
                    story.sightings.removeIf(sighting -> sighting.device() == 0 && sighting.seq() == seq);
                    story.sightings.add(story.sighting(0, story.say(1, "h", "next"), "TEXT 1 h", Way.AHEAD));
                }),
                breach(
                        "I13",
                        "one number is shown as two entries",
                        story -> story.sightings.add(story.sighting(0, 3, "TEXT 2 other", Way.AGAIN))),
                breach(
                        "I13",
                        "what is stored is another entry than was shown",
                        story -> story.log.computeIfPresent(3L, (_, old) -> entry(story, 3, old.no(), 2, "other"))));
    }

    private static Stream<Arguments> ends() {
        return Stream.of(
                breach(
                        "I5",
                        "a device lacks an entry",
                        story -> story.held.get(0).remove(3L)),
                breach(
                        "I5",
                        "a device lacks the conversation",
                        story -> story.held.get(3).clear()),
                breach(
                        "I5",
                        "a device has more than there is",
                        story -> story.held.get(0).put(99L, new Held("TEXT 1 q", 9, "{}", false))),
                breach(
                        "I5",
                        "a device has another entry",
                        story -> story.held.get(1).put(3L, new Held("TEXT 2 other", 2, "{\"text\":\"two\"}", false))),
                breach(
                        "I5",
                        "a device has another text",
                        story -> story.held.get(1).put(3L, new Held("TEXT 2 b", 2, "{\"text\":\"2\"}", false))),
                breach("I5", "batches are left in the outbox", story -> story.outbox = 1),
                breach(
                        "I6",
                        "the recalled message does not know",
                        story -> story.log.computeIfPresent(2L, (_, old) -> Story.recalled(old, 0))),
                breach(
                        "I6",
                        "a message is recalled by no recall",
                        story -> story.log.computeIfPresent(3L, (_, old) -> Story.recalled(old, 2))),
                breach("I6", "a message is recalled twice", story -> {
                    story.recall(2, "r", 3);
                    story.recall(2, "s", 3);
                }),
                breach(
                        "I6",
                        "a device still shows a recalled message",
                        story -> story.held
                                .get(0)
                                .computeIfPresent(2L, (_, old) -> new Held(old.id(), old.no(), "{}", false))),
                breach("I7", "a device counts differently", story -> story.misread.put(0, 1L)),
                breach(
                        "I7",
                        "the server counts differently",
                        story -> story.moreUnreads.add(new History.Unread(2, GROUP, 77))),
                breach("I14", "the server grew", story -> story.sizes.add(new History.Size("resident memory", 2, 1))));
    }

    private static Stream<Arguments> marks() {
        return Stream.of(
                breach(
                        "I8",
                        "a person was told less than before",
                        story -> story.marks.add(new History.Mark(1, 2, GROUP, 2, story.later()))),
                breach("I8", "less is stored than was told", story -> story.mark(2, 3, 2)),
                breach("I8", "a mark that was taken is not stored", story -> {
                    story.marks.clear();
                    story.mark(2, 3, 2);
                }),
                breach("I8", "a writer has not read his own message", story -> story.mark(1, 3, 2)),
                breach("I8", "a crash came when the mark had to be stored", story -> {
                    story.mark(1, 3, 2);
                    long crash = story.at + 1_000 * STEP;
                    story.troubles.add(new History.Trouble("KILL", crash, crash + STEP, true));
                }));
    }

    private static Stream<Arguments> visibility() {
        return Stream.of(
                breach(
                        "I9",
                        "somebody is shown what was said before he came back",
                        story -> story.sightings.add(story.sighting(2, 6, "TEXT 1 d", Way.FETCHED))),
                breach("I9", "somebody is shown what was said after he left", story -> {
                    story.remove(3);
                    long seq = story.say(1, "g", "secret");
                    story.sightings.add(story.sighting(2, seq, "TEXT 1 g", Way.STRAY));
                }),
                breach("I9", "somebody writes without being a member", story -> {
                    story.remove(3);
                    story.say(3, "g", "still here");
                }),
                breach("I9", "somebody keeps what he was removed from", story -> {
                    story.remove(3);
                    story.held.get(2).put(1L, new Held("x", 0, "{}", false));
                }));
    }

    static Stream<Arguments> excused() {
        return Stream.of(
                excuse(
                        "a message of unknown outcome is absent",
                        story -> story.operations.add(
                                story.operation(Kind.SEND, 1, "u", "gone", 0, 2, Outcome.UNKNOWN, List.of()))),
                excuse("a message of unknown outcome is present", story -> {
                    story.say(1, "u", "there");
                    Operation last = story.operations.removeLast();
                    story.operations.add(
                            story.operation(Kind.SEND, 1, "u", last.text(), 0, 2, Outcome.UNKNOWN, List.of()));
                }),
                excuse(
                        "the refusal of a repeat",
                        story -> story.operations.add(
                                story.operation(Kind.SEND, 1, "a", "one", 0, 2, Outcome.FAIL, List.of()))),
                excuse(
                        "a repeat that is answered like the first",
                        story -> story.operations.add(story.operation(
                                Kind.SEND,
                                1,
                                "a",
                                "one",
                                0,
                                2,
                                Outcome.OK,
                                List.of(new Ack(2, 1, story.later()), new Ack(2, 1, story.later()))))),
                excuse("a session repeats what a fault has left behind", story -> {
                    story.troubles.add(new History.Trouble("LOSE_ANSWER", 0, story.at, false));
                    story.sightings.add(story.sighting(0, 3, "TEXT 2 b", Way.AGAIN));
                }),
                excuse("a session goes on after it was told that it is behind", story -> {
                    long seq = story.say(1, "g", "left out");
                    story.sightings.removeIf(sighting -> sighting.device() == 0 && sighting.seq() == seq);
                    story.sightings.add(story.sighting(0, 0, "", Way.BEHIND));
                    story.sightings.add(story.sighting(0, seq, "TEXT 1 g", Way.FETCHED));
                    story.sightings.add(story.sighting(0, seq, "TEXT 1 g", Way.AGAIN));
                }),
                excuse("a mark is forgotten in a crash right after it", story -> {
                    story.mark(1, 3, 2);
                    story.troubles.add(new History.Trouble("KILL", story.at, story.at + STEP, true));
                }),
                excuse("a mark is forgotten in a crash while the database was away", story -> {
                    story.mark(1, 3, 2);
                    story.troubles.add(new History.Trouble("STOP", story.at, story.at + 500 * STEP, false));
                    story.troubles.add(new History.Trouble("KILL", story.at + 550 * STEP, story.at + 600 * STEP, true));
                }),
                excuse("what an older backup does not have is gone", story -> {
                    long seq = story.say(1, "g", "after the backup");
                    story.log.remove(seq);
                    story.held.values().forEach(entries -> entries.remove(seq));
                    story.head = new Dump.Head(true, seq - 1, story.head.no() - 1);
                    story.mark(1, seq - 1, story.head.no());
                    story.era = 2;
                    story.rewinds.add(new History.Rewind(GROUP, seq - 1, 2, story.later()));
                }));
    }

    private static Arguments excuse(String what, Consumer<Story> odd) {
        return Arguments.of(what, odd);
    }

    private static Dump.Entry entry(Story story, long seq, long no, long sender, String key) {
        return new Dump.Entry(GROUP, seq, no, sender, "TEXT", key, 0, 0, "{\"text\":\"two\"}", "", List.of());
    }

    private static void append(Story story, long sender, String key) {
        long seq = story.head.seq() + 1;
        story.head = new Dump.Head(true, seq, story.head.no() + 1);
        story.log.put(seq, entry(story, seq, story.head.no(), sender, key));
    }

    private static Dump.Entry withBody(Dump.Entry old, String body) {
        return new Dump.Entry(
                GROUP, old.seq(), old.no(), old.sender(), old.kind(), old.key(), 0, 0, body, "", List.of());
    }

    private static Dump.Entry withNo(Dump.Entry old, long no) {
        return new Dump.Entry(
                GROUP, old.seq(), no, old.sender(), old.kind(), old.key(), old.target(), 0, old.body(), "", List.of());
    }
}
