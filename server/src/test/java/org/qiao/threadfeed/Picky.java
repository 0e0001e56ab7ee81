package org.qiao.threadfeed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qiao.messaging.OutboxReader.Stretch;
import org.springframework.stereotype.Component;

/** A lane that cannot bear one word. */
@Component // found by the scan, so that all tests share one context
class Picky implements ThreadReader {

    static final String WORD = "毒";

    private final Set<Long> companies = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    void listenTo(long orgId) {
        companies.add(orgId);
    }

    boolean hasHeard(String text) {
        return heard.contains(text);
    }

    @Override
    public String lane() {
        return "test-picky";
    }

    @Override
    public Collection<Stretch> wanted(List<Stretch> all, List<Stretch> threads) {
        return threads.stream()
                .filter(stretch -> companies.contains(stretch.orgId()))
                .toList();
    }

    @Override
    public void heard(long orgId, Said said) {
        said.byCustomers().forEach(message -> {
            if (message.excerpt().contains(WORD)) {
                throw new IllegalStateException("cannot bear it");
            }
            heard.add(message.excerpt());
        });
    }
}
