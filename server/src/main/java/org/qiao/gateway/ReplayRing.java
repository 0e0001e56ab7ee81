package org.qiao.gateway;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last numbered events of one session, bounded by count and bytes. Not thread safe: its session guards it. Nothing is
 * allocated before the first event, because most sockets are idle.
 */
final class ReplayRing {

    private final int maxFrames;
    private final int maxBytes;
    private @Nullable ArrayDeque<Event> events;
    private long last;
    private int bytes;

    ReplayRing(int maxFrames, int maxBytes) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /** Numbers the event and keeps it; the oldest ones make room. */
    void add(Event event) {
        if (events == null) {
            events = new ArrayDeque<>(4);
        }
        event.frame().retain();
        events.addLast(event);
        bytes += event.bytes();
        last++;
        while (events.size() > maxFrames || bytes > maxBytes) {
            drop(events.removeFirst());
        }
    }

    /** True when every event behind {@code received} is still here. A number never given is not. */
    boolean reaches(long received) {
        return received <= last && received >= last - size();
    }

    void replay(long received, Consumer<Event> to) {
        if (events != null) {
            events.stream().skip(size() - (last - received)).forEach(to);
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
        event.frame().release();
    }
}
