package org.qiao.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What devices were shown: I1 nothing that is gone, I4 in order, I9 nothing foreign, I13 one entry for one number. */
final class SightingChecks {

    /** What still waits in a socket when a fault is over. */
    private static final long AFTERMATH = TimeUnit.SECONDS.toNanos(1);

    private final Facts facts;
    private final Violations violations;
    private final Map<List<Long>, String> ids = new HashMap<>();
    private final Map<List<Long>, Long> applied = new HashMap<>();
    private final Map<List<Long>, Long> pushed = new HashMap<>();

    SightingChecks(Facts facts, Violations violations) {
        this.facts = facts;
        this.violations = violations;
    }

    void run() {
        for (Sighting sighting : facts.history.sightings()) {
            switch (sighting.way()) {
                case FORGOT -> forget(sighting);
                case BEHIND -> pushed.remove(session(sighting));
                default -> {
                    bound(sighting);
                    stored(sighting);
                    visible(sighting);
                    inOrder(sighting);
                    unbroken(sighting);
                }
            }
        }
    }

    private static List<Long> session(Sighting sighting) {
        return List.of((long) sighting.device(), (long) sighting.session(), sighting.conversation());
    }

    private static List<Long> device(Sighting sighting) {
        return List.of((long) sighting.device(), sighting.conversation());
    }

    private void forget(Sighting sighting) {
        applied.remove(device(sighting));
        pushed.remove(session(sighting));
    }

    private void bound(Sighting sighting) {
        String before =
                ids.putIfAbsent(List.of(sighting.era(), sighting.conversation(), sighting.seq()), sighting.id());
        if (before != null && !before.equals(sighting.id())) {
            violations.add("I13 seq binds id: " + where(sighting) + " was " + before + ", then " + sighting.id());
        }
    }

    private void stored(Sighting sighting) {
        if (facts.isRewound(sighting.conversation(), sighting.seq(), sighting.at())) {
            return;
        }
        Dump.Entry entry = facts.at(sighting.conversation(), sighting.seq());
        if (entry == null) {
            violations.add("I1 durable: " + where(sighting) + " was shown to " + who(sighting) + " and is gone");
        } else if (!entry.id().equals(sighting.id())) {
            violations.add("I13 seq binds id: " + where(sighting) + " was shown as " + sighting.id() + " to "
                    + who(sighting) + " and is " + entry.id());
        }
    }

    private void visible(Sighting sighting) {
        if (!facts.isRewound(sighting.conversation(), sighting.seq(), sighting.at())
                && !facts.maySee(sighting.person(), sighting.conversation(), sighting.seq())) {
            violations.add("I9 visibility: " + where(sighting) + " was shown to " + who(sighting) + " ("
                    + sighting.way() + "), who was no member then");
        }
    }

    private void inOrder(Sighting sighting) {
        if (sighting.isApplied()) {
            Long before = applied.put(device(sighting), sighting.seq());
            if (before != null && sighting.seq() != before + 1) {
                violations.add("I4 order: " + who(sighting) + " applied " + where(sighting) + " after " + before);
            }
        }
    }

    /** Within one session, and while nothing explains it, every entry is pushed once and none is left out: also over a cut. */
    private void unbroken(Sighting sighting) {
        if (!sighting.isPushed()) {
            return;
        }
        if (isTroubled(sighting.at())) {
            pushed.remove(session(sighting));
            return;
        }
        Long before = pushed.put(session(sighting), sighting.seq());
        if (before != null && sighting.seq() != before + 1) {
            violations.add("I4 order: " + where(sighting) + " was pushed to " + who(sighting) + " after " + before
                    + " in one session, and no fault explains it");
        }
    }

    private boolean isTroubled(long at) {
        return facts.history.troubles().stream()
                .anyMatch(trouble -> trouble.begun() <= at && at <= trouble.ended() + AFTERMATH);
    }

    private static String where(Sighting sighting) {
        return sighting.seq() + " of conversation " + sighting.conversation();
    }

    private static String who(Sighting sighting) {
        return "device " + sighting.device() + " of " + sighting.person();
    }
}
