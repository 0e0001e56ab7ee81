package org.qiao.platform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A listener that fails the first time it hears of a key. */
@Component // found by the scan, so that all tests share one context
class Stumbler {

    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    record Stumbled(String key) {}

    @ApplicationModuleListener
    void on(Stumbled event) {
        if (heard.add(event.key())) {
            throw new IllegalStateException("the first time");
        }
        done.add(event.key());
    }

    boolean hasDone(String key) {
        return done.contains(key);
    }
}
