package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must not happen. Counts all, keeps the first few words. */
final class Violations {

    private static final int KEPT = 10;

    private final List<String> first = new ArrayList<>();
    private final Set<String> kinds = new TreeSet<>();
    private long count;

    void add(String what) {
        add(what, 1);
    }

    void add(String what, long times) {
        count += times;
        kinds.add(what.substring(0, Math.max(0, what.indexOf(' '))));
        if (first.size() < KEPT) {
            first.add(what);
        }
    }

    void addAll(Violations others) {
        count += others.count;
        kinds.addAll(others.kinds);
        others.first.stream().limit(Math.max(0, KEPT - first.size())).forEach(first::add);
    }

    long count() {
        return count;
    }

    /** The first word of each: of the crash checker the number of an invariant. */
    Set<String> kinds() {
        return Set.copyOf(kinds);
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
