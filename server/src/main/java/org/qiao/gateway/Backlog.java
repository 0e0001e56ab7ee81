package org.qiao.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a slow socket is owed. Of conversations only how far they moved, because the client pulls the rest; of personal changes
 * the latest of each kind, exactly as their log keeps them. Guarded by its session.
 */
final class Backlog {

    /** Both together bound it; whoever owes more is better off starting again with a sync. */
    static final int MAX = 512;

    private final Map<Long, Long> heads = new LinkedHashMap<>();
    private final List<Event> personal = new ArrayList<>();

    /** False when it is full. */
    boolean hold(Event event) {
        if (event.personal() == null) {
            heads.merge(event.conversation(), event.head(), Math::max);
        } else {
            personal.removeIf(older -> {
                boolean replaced = event.replaces(older);
                if (replaced) {
                    older.frame().release();
                }
                return replaced;
            });
            event.frame().retain();
            personal.add(event);
        }
        return heads.size() + personal.size() <= MAX;
    }

    List<Event> personal() {
        return personal;
    }

    /** Conversation to the highest seq known here; 0 when only receipts were left out. */
    Map<Long, Long> heads() {
        return heads;
    }

    void release() {
        personal.forEach(event -> event.frame().release());
        personal.clear();
    }
}
