package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;

/** What must not happen. Counts all, keeps the first few words. */
final class Violations {

    private static final int KEPT = 10;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String what) {
        add(what, 1);
    }

    void add(String what, long times) {
        count += times;
        if (first.size() < KEPT) {
            first.add(what);
        }
    }

    long count() {
        return count;
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
