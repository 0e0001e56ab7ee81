package org.qiao.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.qiao.bench.Operation.Ack;
import org.qiao.bench.Operation.Kind;
import org.qiao.bench.Operation.Outcome;

/**
 * I8: read marks never go back. What the server has told anybody is stored and stays; what it has only taken it may forget in a crash
 * that comes before they had to be written, or while the database was away (docs/decisions/0003).
 */
final class ReadChecks {

    /** Half a second between two marks of a member ({@link CrashScenario#settings}), a quarter until the next look, and the writing itself. */
    private static final long WRITTEN_WITHIN = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final Facts facts;
    private final Violations violations;
    private final List<History.Trouble> troubles;

    ReadChecks(Facts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
        this.troubles = new ArrayList<>(facts.history.troubles());
        this.troubles.sort(Comparator.comparingLong(History.Trouble::begun));
    }

    void run() {
        Map<List<Long>, Dump.Member> members = new HashMap<>();
        facts.dump.members().forEach(member -> members.put(List.of(member.conversation(), member.person()), member));
        told(members);
        for (Operation operation : facts.history.operations()) {
            Dump.Member member = members.get(List.of(operation.conversation(), operation.person()));
            if (member == null || !member.present() || operation.outcome() != Outcome.OK) {
                continue;
            }
            if (operation.kind() == Kind.READ) {
                kept(operation, operation.target(), operation.ended(), member);
            } else if (operation.kind() == Kind.SEND) {
                Ack first = operation.acks().getFirst();
                kept(operation, first.seq(), first.at(), member);
            }
        }
    }

    private void told(Map<List<Long>, Dump.Member> members) {
        Map<List<Long>, History.Mark> highest = new HashMap<>();
        for (History.Mark mark : facts.history.marks()) {
            List<Long> place = List.of((long) mark.device(), mark.conversation());
            History.Mark before = highest.get(place);
            if (before == null || before.readSeq() <= mark.readSeq()) {
                highest.put(place, mark);
            } else if (!facts.isRewound(mark.conversation(), before.readSeq(), before.at())) {
                violations.add("I8 read marks: " + mark.person() + " was told " + before.readSeq() + " in conversation "
                        + mark.conversation() + ", then " + mark.readSeq());
                highest.put(place, mark);
            }
        }
        for (History.Mark mark : highest.values()) {
            Dump.Member member = members.get(List.of(mark.conversation(), mark.person()));
            if (member != null
                    && member.readSeq() < mark.readSeq()
                    && !facts.isRewound(mark.conversation(), mark.readSeq(), mark.at())) {
                violations.add("I8 read marks: " + mark.person() + " was told " + mark.readSeq() + " in conversation "
                        + mark.conversation() + ", stored is " + member.readSeq());
            }
        }
    }

    private void kept(Operation operation, long seq, long at, Dump.Member member) {
        if (member.readSeq() < seq
                && seq >= member.fromSeq()
                && !facts.isRewound(operation.conversation(), seq, at)
                && !mayBeForgotten(at)) {
            violations.add("I8 read marks: " + operation + " read up to " + seq + ", stored is " + member.readSeq());
        }
    }

    /** A crash came before the mark had to be written; any trouble puts that off. */
    private boolean mayBeForgotten(long at) {
        long due = at + WRITTEN_WITHIN;
        for (History.Trouble trouble : troubles) {
            if (trouble.begun() <= due && trouble.ended() >= at) {
                if (trouble.crash()) {
                    return true;
                }
                due = Math.max(due, trouble.ended() + WRITTEN_WITHIN);
            }
        }
        return false;
    }
}
