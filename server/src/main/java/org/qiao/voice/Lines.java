package org.qiao.voice;

import java.util.HashMap;
import java.util.Map;

/** How many calls are under way, of each company and altogether. */
final class Lines {

    private final int most;
    private final Map<Long, Integer> taken = new HashMap<>();
    private int all;

    Lines(int most) {
        this.most = most;
    }

    synchronized boolean take(long orgId, int mostOfCompany) {
        int ofCompany = taken.getOrDefault(orgId, 0);
        if (all >= most || ofCompany >= mostOfCompany) {
            return false;
        }
        all++;
        taken.put(orgId, ofCompany + 1);
        return true;
    }

    synchronized void giveBack(long orgId) {
        all--;
        taken.computeIfPresent(orgId, (id, count) -> count == 1 ? null : count - 1);
    }
}
