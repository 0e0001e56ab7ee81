package org.qiao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.qiao.bench.Holding.Held;
import org.qiao.bench.Operation.Ack;
import org.qiao.bench.Operation.Kind;
import org.qiao.bench.Operation.Outcome;
import org.qiao.bench.Sighting.Way;

/**
 * A faultless history of one group, told step by step, for a test to break one thing in it: people 1, 2 and 3 (who has two devices) in a
 * group that 1 has made.
 */
final class Story {

    static final long GROUP = 5;
    static final long STEP = 10_000_000;

    final List<Operation> operations = new ArrayList<>();
    final List<Sighting> sightings = new ArrayList<>();
    final List<History.Mark> marks = new ArrayList<>();
    final List<History.Trouble> troubles = new ArrayList<>();
    final List<History.Rewind> rewinds = new ArrayList<>();
    final List<History.Size> sizes = new ArrayList<>();
    final List<History.Unread> moreUnreads = new ArrayList<>();
    final List<Dump.Entry> moreEntries = new ArrayList<>();
    final TreeMap<Long, Dump.Entry> log = new TreeMap<>();
    final Map<Long, Dump.Member> members = new HashMap<>();
    final Map<Integer, Long> devices = new TreeMap<>(Map.of(0, 1L, 1, 2L, 2, 3L, 3, 3L));
    final Map<Integer, TreeMap<Long, Held>> held = new HashMap<>();
    final Map<Integer, Long> misread = new HashMap<>();
    private final Set<Long> present = new HashSet<>();

    long era = 1;
    long outbox;
    long at;
    Dump.Head head = new Dump.Head(true, 0, 0);

    Story() {
        devices.keySet().forEach(device -> held.put(device, new TreeMap<>()));
        present.addAll(List.of(1L, 2L, 3L));
        present.forEach(person -> members.put(person, new Dump.Member(GROUP, person, true, 1, 0, 0)));
        system("CREATED", 1, 1, 2, 3);
    }

    /** A clean tale with something of everything. */
    static Story told() {
        Story story = new Story();
        story.say(1, "a", "one");
        story.say(2, "b", "two");
        story.recall(1, "c", 2);
        story.remove(3);
        story.say(1, "d", "without him");
        story.add(3);
        story.say(3, "e", "back");
        story.read(2);
        story.say(1, "f", "last");
        return story;
    }

    long later() {
        return at += STEP;
    }

    long say(long person, String key, String text) {
        long seq = head.seq() + 1;
        head = new Dump.Head(true, seq, head.no() + 1);
        write(new Dump.Entry(
                GROUP, seq, head.no(), person, "TEXT", key, 0, 0, "{\"text\":\"" + text + "\"}", "", List.of()));
        operations.add(operation(Kind.SEND, person, key, text, 0, seq));
        mark(person, seq, head.no());
        return seq;
    }

    long recall(long person, String key, long target) {
        long seq = head.seq() + 1;
        head = new Dump.Head(true, seq, head.no());
        log.computeIfPresent(target, (_, old) -> recalled(old, seq));
        write(new Dump.Entry(GROUP, seq, head.no(), person, "RECALL", key, target, 0, "{}", "", List.of()));
        held.values().forEach(entries -> entries.computeIfPresent(target, (_, old) -> old.withRecall()));
        operations.add(operation(Kind.RECALL, person, key, "", target, seq));
        return seq;
    }

    static Dump.Entry recalled(Dump.Entry old, long by) {
        return new Dump.Entry(
                old.conversation(),
                old.seq(),
                old.no(),
                old.sender(),
                old.kind(),
                old.key(),
                old.target(),
                by,
                old.body(),
                old.event(),
                old.people());
    }

    void remove(long person) {
        system("REMOVED", 1, person);
        operations.add(operation(Kind.REMOVE, 1, "", "", person, 0));
        present.remove(person);
        members.computeIfPresent(
                person, (_, old) -> new Dump.Member(GROUP, person, false, old.fromSeq(), old.readSeq(), old.readNo()));
        devices.forEach((device, owner) -> {
            if (owner == person) {
                sightings.add(sighting(device, 0, "", Way.FORGOT));
                held.put(device, new TreeMap<>());
            }
        });
    }

    void add(long person) {
        present.add(person);
        long seq = head.seq() + 1;
        members.put(person, new Dump.Member(GROUP, person, true, seq, seq - 1, head.no()));
        system("JOINED", 1, person);
        operations.add(operation(Kind.ADD, 1, "", "", person, 0));
    }

    void read(long person) {
        operations.add(operation(Kind.READ, person, "", "", head.seq(), head.seq()));
        mark(person, head.seq(), head.no());
        devices.forEach((device, owner) -> {
            if (owner == person) {
                marks.add(new History.Mark(device, person, GROUP, head.seq(), later()));
            }
        });
    }

    void mark(long person, long seq, long no) {
        members.computeIfPresent(
                person, (_, old) -> new Dump.Member(GROUP, person, old.present(), old.fromSeq(), seq, no));
    }

    private void system(String event, long by, long... people) {
        long seq = head.seq() + 1;
        head = new Dump.Head(true, seq, head.no());
        String body = "{\"event\":\"" + event + "\"}";
        write(new Dump.Entry(GROUP, seq, head.no(), by, "SYSTEM", "", 0, 0, body, event, boxed(people)));
    }

    private static List<Long> boxed(long... people) {
        return LongStream.of(people).boxed().toList();
    }

    private void write(Dump.Entry entry) {
        log.put(entry.seq(), entry);
        devices.forEach((device, person) -> {
            if (present.contains(person)) {
                sightings.add(sighting(device, entry.seq(), entry.id(), Way.LIVE));
                held.get(device).put(entry.seq(), new Held(entry.id(), entry.no(), entry.body(), false));
            }
        });
    }

    Sighting sighting(int device, long seq, String id, Way way) {
        return new Sighting(device, devices.get(device), 1, era, GROUP, seq, id, way, later());
    }

    private Operation operation(Kind kind, long person, String key, String text, long target, long seq) {
        return operation(kind, person, key, text, target, 1, Outcome.OK, List.of(new Ack(seq, head.no(), later())));
    }

    Operation operation(
            Kind kind,
            long person,
            String key,
            String text,
            long target,
            int attempts,
            Outcome outcome,
            List<Ack> acks) {
        long ended = acks.isEmpty() ? at : acks.getFirst().at();
        return new Operation(
                kind, person, (int) person, GROUP, key, text, target, ended - STEP, attempts, outcome, ended, "", acks);
    }

    List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        held.forEach((device, entries) -> {
            Dump.Member member = members.get(devices.get(device));
            if (!entries.isEmpty() && member != null) {
                holdings.add(new Holding(
                        device,
                        devices.get(device),
                        GROUP,
                        entries.firstKey(),
                        entries.lastKey(),
                        member.readSeq(),
                        member.readNo() - misread.getOrDefault(device, 0L),
                        head.no(),
                        entries));
            }
        });
        return holdings;
    }

    Violations check() {
        List<History.Unread> unreads = new ArrayList<>(moreUnreads);
        members.values().stream()
                .filter(Dump.Member::present)
                .forEach(
                        member -> unreads.add(new History.Unread(member.person(), GROUP, head.no() - member.readNo())));
        List<Dump.Entry> entries = new ArrayList<>(log.values());
        entries.addAll(moreEntries);
        return Checker.check(
                new History(operations, sightings, devices, holdings(), marks, unreads, troubles, rewinds, sizes),
                new Dump(era, Map.of(GROUP, head), entries, List.copyOf(members.values()), outbox));
    }
}
