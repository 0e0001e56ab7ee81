package org.qiao.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qiao.bench.Operation.Ack;
import org.qiao.bench.Operation.Kind;
import org.qiao.bench.Operation.Outcome;

/** What was acknowledged against what is stored: I1 durable, I2 once, I3 dense, I4 order of one connection, I9 who wrote. */
final class WriteChecks {

    private final Facts facts;
    private final Violations violations;

    WriteChecks(Facts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
    }

    void run() {
        once();
        facts.twice.forEach(entry -> violations.add("I3 dense: number " + place(entry) + " was given twice"));
        facts.dump.heads().forEach(this::dense);
        facts.dump.entries().forEach(this::writtenByMember);
        for (Operation operation : facts.history.operations()) {
            if (operation.isWrite()) {
                operation.acks().forEach(ack -> durable(operation, ack));
                oneAnswer(operation);
            }
        }
        refusedIsAbsent();
        removals();
        order();
    }

    private record Key(long conversation, long sender, String key) {}

    private static Key key(Dump.Entry entry) {
        return new Key(entry.conversation(), entry.sender(), entry.key());
    }

    private void once() {
        Map<Key, Long> first = new HashMap<>();
        for (Dump.Entry entry : facts.dump.entries()) {
            Long before = entry.key().isEmpty() ? null : first.putIfAbsent(key(entry), entry.seq());
            if (before != null) {
                violations.add("I2 once: key " + entry.key() + " is stored at " + before + " and " + place(entry));
            }
        }
    }

    private static String place(Dump.Entry entry) {
        return entry.seq() + " of conversation " + entry.conversation();
    }

    private void dense(long conversation, Dump.Head head) {
        TreeMap<Long, Dump.Entry> log = facts.of(conversation);
        long seq = 0;
        long no = 0;
        for (Dump.Entry entry : log.values()) {
            if (entry.seq() != seq + 1) {
                violations.add("I3 dense: conversation " + conversation + " has " + entry.seq() + " after " + seq);
            }
            seq = entry.seq();
            no += entry.isMessage() ? 1 : 0;
            if (entry.no() != no) {
                violations.add("I3 dense: entry " + place(entry) + " has message number " + entry.no() + " where " + no
                        + " belongs");
                no = entry.no();
            }
        }
        if (head.seq() != seq || head.no() != no) {
            violations.add("I3 dense: the head of conversation " + conversation + " is " + head.seq() + "/" + head.no()
                    + ", its last entry " + seq + "/" + no);
        }
    }

    private void writtenByMember(Dump.Entry entry) {
        if (!entry.key().isEmpty() && !facts.maySee(entry.sender(), entry.conversation(), entry.seq())) {
            violations.add("I9 visibility: " + entry.sender() + " wrote " + place(entry) + " without being a member");
        }
    }

    private void durable(Operation operation, Ack ack) {
        if (facts.isRewound(operation.conversation(), ack.seq(), ack.at())) {
            return;
        }
        Dump.Entry entry = facts.at(operation.conversation(), ack.seq());
        if (entry == null || !isOf(entry, operation)) {
            violations.add("I1 durable: " + operation + " was acknowledged at " + ack.seq() + ", there is "
                    + (entry == null ? "nothing" : entry.id()));
        } else if (entry.recalledBy() == 0 && !entry.body().contains(operation.text())) {
            violations.add("I1 durable: " + operation + " has another text now");
        }
    }

    /** A second recall of one message is answered like the first, whoever asked for that. */
    private static boolean isOf(Dump.Entry entry, Operation operation) {
        return operation.kind() == Kind.RECALL
                ? entry.kind().equals("RECALL") && entry.target() == operation.target()
                : entry.sender() == operation.person() && entry.key().equals(operation.key());
    }

    /** Repeats of one key are answered like the first. */
    private void oneAnswer(Operation operation) {
        Set<Long> seqs = new HashSet<>();
        for (Ack ack : operation.acks()) {
            if (!facts.isRewound(operation.conversation(), ack.seq(), ack.at())) {
                seqs.add(ack.seq());
            }
        }
        if (seqs.size() > 1) {
            violations.add("I2 once: " + operation + " was acknowledged at " + seqs);
        }
    }

    /** Only what was sent once: the refusal of a repeat says nothing about the first attempt. */
    private void refusedIsAbsent() {
        Set<Key> stored = new HashSet<>();
        facts.dump.entries().forEach(entry -> stored.add(key(entry)));
        for (Operation operation : facts.history.operations()) {
            if (operation.isWrite()
                    && operation.outcome() == Outcome.FAIL
                    && operation.attempts() == 1
                    && stored.contains(new Key(operation.conversation(), operation.person(), operation.key()))) {
                violations.add("I1 durable: " + operation + " was refused (" + operation.code() + ") and is stored");
            }
        }
    }

    /** Each confirmed removal has left its entry. */
    private void removals() {
        Map<List<Long>, Integer> confirmed = new HashMap<>();
        for (Operation operation : facts.history.operations()) {
            if (operation.kind() == Kind.REMOVE && operation.outcome() == Outcome.OK) {
                confirmed.merge(List.of(operation.conversation(), operation.target()), 1, Integer::sum);
            }
        }
        for (Dump.Entry entry : facts.dump.entries()) {
            if (entry.event().equals("REMOVED")) {
                entry.people()
                        .forEach(person -> confirmed.merge(List.of(entry.conversation(), person), -1, Integer::sum));
            }
        }
        confirmed.forEach((place, missing) -> {
            if (missing > 0) {
                violations.add("I1 durable: " + missing + " confirmed removals of (conversation, member) " + place
                        + " are not stored");
            }
        });
    }

    /** Of what one socket sent into one conversation, and did not have to repeat. */
    private void order() {
        Map<List<Long>, List<Operation>> sent = new HashMap<>();
        for (Operation operation : facts.history.operations()) {
            if (operation.kind() == Kind.SEND && operation.attempts() == 1 && operation.outcome() == Outcome.OK) {
                sent.computeIfAbsent(
                                List.of((long) operation.connection(), operation.conversation()),
                                _ -> new ArrayList<>())
                        .add(operation);
            }
        }
        for (List<Operation> some : sent.values()) {
            some.sort(Comparator.comparingLong(Operation::begun));
            for (int i = 1; i < some.size(); i++) {
                long before = some.get(i - 1).acks().getFirst().seq();
                if (some.get(i).acks().getFirst().seq() < before) {
                    violations.add("I4 order: " + some.get(i) + " stands before " + some.get(i - 1)
                            + ", which one socket sent earlier");
                }
            }
        }
    }
}
