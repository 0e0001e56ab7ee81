package org.qiao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.qiao.bench.Operation.Ack;
import org.qiao.bench.Operation.Kind;
import org.qiao.bench.Operation.Outcome;

/** Where all clients write down what they ask for and what they see, as it happens. */
final class Books {

    private final List<Open> operations = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<History.Mark> marks = new ArrayList<>();
    private final List<History.Trouble> troubles = new ArrayList<>();
    private final List<History.Rewind> rewinds = new ArrayList<>();
    private final List<History.Size> sizes = new ArrayList<>();
    /** Everybody sees the same ids: one copy of each is enough. */
    private final Map<String, String> ids = new HashMap<>();

    private long lastBegun;
    private long lastAnswer = System.nanoTime();
    private long longestSilence;

    /** What is asked. */
    record Asked(Kind kind, long person, int connection, long conversation, String key, String text, long target) {}

    /** An operation of which more may become known. */
    static final class Open {

        private final Asked asked;
        private final long begun;
        private final List<Ack> acks = new ArrayList<>(1);
        private int attempts = 1;
        private Outcome outcome = Outcome.UNKNOWN;
        private long ended;
        private String code = "";

        private Open(Asked asked, long begun) {
            this.asked = asked;
            this.begun = begun;
        }

        Asked asked() {
            return asked;
        }

        private Operation close() {
            return new Operation(
                    asked.kind(),
                    asked.person(),
                    asked.connection(),
                    asked.conversation(),
                    asked.key(),
                    asked.text(),
                    asked.target(),
                    begun,
                    attempts,
                    outcome,
                    ended,
                    code,
                    acks);
        }
    }

    synchronized Open invoke(Asked asked) {
        Open operation = new Open(asked, System.nanoTime());
        operations.add(operation);
        return operation;
    }

    /** It is sent once more. */
    synchronized void again(Open operation) {
        operation.attempts++;
    }

    synchronized void ok(Open operation, long seq, long no) {
        long now = System.nanoTime();
        operation.outcome = Outcome.OK;
        operation.ended = operation.acks.isEmpty() ? now : operation.ended;
        operation.acks.add(new Ack(seq, no, now));
        if (operation.asked.kind() == Kind.SEND) { // a read mark is taken also without the database
            longestSilence = Math.max(longestSilence, now - lastAnswer);
            lastAnswer = now;
            lastBegun = Math.max(lastBegun, operation.begun);
        }
    }

    /** After an acknowledgement a refusal changes nothing. */
    synchronized void fail(Open operation, String code) {
        if (operation.acks.isEmpty()) {
            operation.outcome = Outcome.FAIL;
            operation.ended = System.nanoTime();
            operation.code = code;
        }
    }

    synchronized void saw(Sighting sighting) {
        String id = ids.computeIfAbsent(sighting.id(), same -> same);
        sightings.add(new Sighting(
                sighting.device(),
                sighting.person(),
                sighting.session(),
                sighting.era(),
                sighting.conversation(),
                sighting.seq(),
                id,
                sighting.way(),
                sighting.at()));
    }

    synchronized void mark(History.Mark mark) {
        marks.add(mark);
    }

    synchronized void trouble(History.Trouble trouble) {
        troubles.add(trouble);
    }

    synchronized void rewind(History.Rewind rewind) {
        rewinds.add(rewind);
    }

    synchronized void size(History.Size size) {
        sizes.add(size);
    }

    /** When the youngest message that was acknowledged was sent. */
    synchronized long lastBegun() {
        return lastBegun;
    }

    /** From now on the longest time without an acknowledged message is looked for. */
    synchronized void beginSilence() {
        lastAnswer = System.nanoTime();
        longestSilence = 0;
    }

    synchronized double longestSilenceSeconds() {
        return longestSilence / 1e9;
    }

    synchronized History close(Map<Integer, Long> devices, List<Holding> holdings, List<History.Unread> unreads) {
        return new History(
                operations.stream().map(Open::close).toList(),
                List.copyOf(sightings),
                devices,
                holdings,
                List.copyOf(marks),
                unreads,
                List.copyOf(troubles),
                List.copyOf(rewinds),
                List.copyOf(sizes));
    }

    synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("ok", 0L);
        counts.put("fail", 0L);
        counts.put("unknown", 0L);
        for (Open operation : operations) {
            counts.merge(operation.outcome.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        return counts;
    }

    synchronized Map<String, Long> sightingCounts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Sighting sighting : sightings) {
            counts.merge(sighting.way().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        return counts;
    }
}
