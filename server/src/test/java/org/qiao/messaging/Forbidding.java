package org.qiao.messaging;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** Forbids one word in the companies that tests name. */
@Component // found by the scan, so that all tests share one context
class Forbidding implements SendRule {

    final Set<Long> orgs = ConcurrentHashMap.newKeySet();
    private final Queue<Attempt> asked = new ConcurrentLinkedQueue<>();

    @Override
    public boolean concerns(long orgId) {
        return orgs.contains(orgId);
    }

    @Override
    public void check(Attempt attempt) {
        asked.add(attempt);
        if ("forbidden".equals(attempt.text())) {
            throw MessagingProblem.READ_ONLY.problem();
        }
    }

    List<String> keysOf(long orgId) {
        return asked.stream()
                .filter(attempt -> attempt.orgId() == orgId)
                .map(SendRule.Attempt::key)
                .toList();
    }
}
