package org.qiao.gateway;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.FaultPoints;

/**
 * The last numbered events of one session, bounded by count and bytes, and by what all
 * rings together may hold. Not thread safe: its session guards it. Nothing is
 * allocated before the first event, because most sockets are idle.
 */
final class ReplayRing {

    /** Kept also when the memory of all rings is used up: a short cut loses nothing. */
    private static final int KEPT_ALWAYS = 8;

    private final int maxFrames;
    private final int maxBytes;
    private final ReplayMemory memory;
    private @Nullable ArrayDeque<Event> events;
    private long last;
    private int bytes;

    ReplayRing(int maxFrames, int maxBytes, ReplayMemory memory) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    /** Numbers the event and keeps it; the oldest ones make room. */
    void add(Event event) {
        if (events == null) {
            events = new ArrayDeque<>(4);
        }
        event.frame().retain();
        events.addLast(event);
        bytes += event.bytes();
        memory.take(event.share());
        last++;
        while (events.size() > maxFrames || bytes > maxBytes || (memory.isFull() && events.size() > KEPT_ALWAYS)) {
            drop(events.removeFirst());
        }
    }

    /** True when every event behind {@code received} is still here. A number never given is not. */
    boolean reaches(long received) {
        return received <= last && received >= last - size();
    }

    void replay(long received, Consumer<Event> to) {
        if (events != null) {
            long skipped = size() - (last - received);
            events.stream()
                    .skip(FaultPoints.isBroken("ring-off-by-one") ? skipped + 1 : skipped)
                    .forEach(to);
        }
    }

    long last() {
        return last;
    }

    int size() {
        return events == null ? 0 : events.size();
    }

    void clear() {
        if (events != null) {
            events.forEach(this::drop);
            events = null;
        }
    }

    private void drop(Event event) {
        bytes -= event.bytes();
        memory.give(event.share());
        event.frame().release();
    }
}
