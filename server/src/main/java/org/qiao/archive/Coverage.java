package org.qiao.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Oversight.Window;

/** Arithmetic with times. An end is not within its window; without one it goes on. */
final class Coverage {

    private Coverage() {}

    /** The same times, each once, the earliest first. */
    static List<Window> union(Collection<Window> some) {
        List<Window> all = new ArrayList<>();
        some.stream()
                .filter(window -> !isEmpty(window))
                .sorted(Comparator.comparing(Window::from))
                .forEach(window -> {
                    Window last = all.isEmpty() ? null : all.getLast();
                    if (last == null || (last.until() != null && last.until().isBefore(window.from()))) {
                        all.add(window);
                    } else {
                        all.set(all.size() - 1, new Window(last.from(), later(last.until(), window.until())));
                    }
                });
        return List.copyOf(all);
    }

    /** What is in both. */
    static List<Window> both(Collection<Window> some, Collection<Window> others) {
        List<Window> all = new ArrayList<>();
        for (Window one : some) {
            for (Window other : others) {
                Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
                all.add(new Window(from, earlier(one.until(), other.until())));
            }
        }
        return union(all);
    }

    private static boolean isEmpty(Window window) {
        return window.until() != null && !window.until().isAfter(window.from());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
