package org.qiao.noticesms;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins the parts of long replies. What is not complete in time is handed over as far as it came. */
final class LongReplies {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MAX_OPEN = 500;

    /** Which reply a part belongs to. */
    record Key(String from, String to, int reference, int total, int coding) {}

    /** @param bytes of the whole reply, in the coding of its key */
    record Joined(Key key, byte[] bytes) {}

    private record Open(Instant since, Map<Integer, byte[]> parts) {}

    private final Map<Key, Open> open = new LinkedHashMap<>();
    private final Clock clock;

    LongReplies(Clock clock) {
        this.clock = clock;
    }

    /** The whole reply when this was the last part that was missing. */
    synchronized Optional<Joined> add(Key key, int number, byte[] part) {
        Open reply = open.computeIfAbsent(key, k -> new Open(clock.instant(), new TreeMap<>()));
        reply.parts().put(number, part);
        if (reply.parts().size() < key.total()) {
            return Optional.empty();
        }
        open.remove(key);
        return Optional.of(joined(key, reply));
    }

    /** Those that are over their time or too many. */
    synchronized List<Joined> overdue() {
        Instant before = clock.instant().minus(PATIENCE);
        List<Joined> due = new ArrayList<>();
        Iterator<Map.Entry<Key, Open>> oldest = open.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Open> entry = oldest.next();
            if (open.size() > MAX_OPEN || entry.getValue().since().isBefore(before)) {
                due.add(joined(entry.getKey(), entry.getValue()));
                oldest.remove();
            }
        }
        return due;
    }

    private static Joined joined(Key key, Open reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reply.parts().values().forEach(bytes::writeBytes);
        return new Joined(key, bytes.toByteArray());
    }
}
