package org.qiao.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which fault in which cycle: decks with one card of each fault, each shuffled; the same seed gives the same order. */
final class Schedule {

    private Schedule() {}

    /** A full disk needs a small one, so all of these come last. */
    static List<Fault> of(long seed, int cycles, Collection<Fault> faults) {
        Random random = new Random(seed);
        List<Fault> plan = new ArrayList<>();
        while (plan.size() < cycles) {
            List<Fault> deck = new ArrayList<>(faults);
            Collections.shuffle(deck, random);
            plan.addAll(deck.subList(0, Math.min(deck.size(), cycles - plan.size())));
        }
        List<Fault> last =
                plan.stream().filter(fault -> fault == Fault.FULL_DISK).toList();
        plan.removeAll(List.of(Fault.FULL_DISK));
        plan.addAll(last);
        return plan;
    }
}
