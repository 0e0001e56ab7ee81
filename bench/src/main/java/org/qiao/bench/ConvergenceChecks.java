package org.qiao.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qiao.bench.Holding.Held;

/** That everybody has the same in the end: I5 entries, I6 recalls, I7 unread. */
final class ConvergenceChecks {

    private final Facts facts;
    private final Violations violations;
    private final Map<List<Long>, Dump.Member> members = new HashMap<>();

    ConvergenceChecks(Facts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
        facts.dump.members().forEach(member -> members.put(List.of(member.conversation(), member.person()), member));
    }

    void run() {
        recalls();
        everyDeviceHasEverything();
        for (Holding holding : facts.history.holdings()) {
            Dump.Member member = members.get(List.of(holding.conversation(), holding.person()));
            if (member == null || !member.present()) {
                violations.add("I9 visibility: " + who(holding) + " still has it and is no member");
            } else {
                same(holding, member);
                unread(holding, member);
            }
        }
        for (History.Unread unread : facts.history.unreads()) {
            Dump.Member member = members.get(List.of(unread.conversation(), unread.person()));
            if (member != null && unread.count() != formula(member)) {
                violations.add("I7 unread: the server counts " + unread.count() + " for " + unread.person()
                        + " in conversation " + unread.conversation() + ", the formula " + formula(member));
            }
        }
    }

    private void recalls() {
        Set<List<Long>> ended = new HashSet<>();
        for (Dump.Entry entry : facts.dump.entries()) {
            if (entry.kind().equals("RECALL")) {
                Dump.Entry target = facts.at(entry.conversation(), entry.target());
                if (target == null || target.recalledBy() != entry.seq()) {
                    violations.add("I6 recalls: " + entry.seq() + " of conversation " + entry.conversation()
                            + " recalls " + entry.target() + ", which does not know");
                }
                if (!ended.add(List.of(entry.conversation(), entry.target()))) {
                    violations.add("I6 recalls: " + entry.target() + " of conversation " + entry.conversation()
                            + " was recalled twice");
                }
            } else if (entry.recalledBy() > 0) {
                Dump.Entry recall = facts.at(entry.conversation(), entry.recalledBy());
                if (recall == null || recall.target() != entry.seq()) {
                    violations.add("I6 recalls: " + entry.seq() + " of conversation " + entry.conversation()
                            + " names a recall that is none: " + entry.recalledBy());
                }
            }
        }
    }

    /** A pair in which nobody has said anything is on nobody's list. */
    private void everyDeviceHasEverything() {
        Set<List<Long>> held = new HashSet<>();
        for (Holding holding : facts.history.holdings()) {
            held.add(List.of((long) holding.device(), holding.conversation()));
        }
        for (Dump.Member member : members.values()) {
            Dump.Head head = facts.dump.heads().get(member.conversation());
            if (!member.present() || head == null || head.seq() == 0) {
                continue;
            }
            facts.history.devices().forEach((device, person) -> {
                if (person == member.person() && !held.contains(List.of((long) device, member.conversation()))) {
                    violations.add("I5 converge: device " + device + " of " + person + " does not have conversation "
                            + member.conversation());
                }
            });
        }
    }

    private void same(Holding holding, Dump.Member member) {
        TreeMap<Long, Dump.Entry> log = facts.of(holding.conversation());
        for (Dump.Entry entry : log.tailMap(member.fromSeq()).values()) {
            Held held = holding.entries().get(entry.seq());
            if (held == null) {
                violations.add("I5 converge: " + who(holding) + " lacks " + entry.seq());
            } else if (!held.id().equals(entry.id())) {
                violations.add("I5 converge: " + who(holding) + " has " + held.id() + " at " + entry.seq() + " where "
                        + entry.id() + " is");
            } else if (held.recalled() != entry.recalledBy() > 0) {
                violations.add("I6 recalls: to " + who(holding) + " " + entry.seq()
                        + (held.recalled() ? " is recalled and is not" : " is not recalled and is"));
            } else if (!held.recalled() && !held.body().equals(entry.body())) {
                violations.add("I5 converge: " + who(holding) + " has another text at " + entry.seq());
            }
        }
        holding.entries().keySet().stream()
                .filter(seq -> !log.containsKey(seq))
                .forEach(seq ->
                        violations.add("I5 converge: " + who(holding) + " has " + seq + ", which does not exist"));
    }

    private void unread(Holding holding, Dump.Member member) {
        if (holding.unread() != formula(member)) {
            violations.add("I7 unread: " + who(holding) + " counts " + holding.unread() + " (read up to message "
                    + holding.readNo() + "), the formula " + formula(member) + " (" + member.readNo() + ")");
        }
    }

    private long formula(Dump.Member member) {
        Dump.Head head = facts.dump.heads().get(member.conversation());
        return head == null ? 0 : Math.max(0, head.no() - member.readNo());
    }

    private static String who(Holding holding) {
        return "device " + holding.device() + " of " + holding.person() + " in conversation " + holding.conversation();
    }
}
