package org.qiao.grouptold;

import java.util.List;
import java.util.Set;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupGates;
import org.qiao.messaging.OutboxReader;
import org.springframework.stereotype.Component;

/** Notes what was said in groups with customers, in the transaction that removes it from the log's outbox: nothing can be missed. */
@Component
class ToldFeed implements OutboxReader {

    private final ToldFeedStore store;
    private final GroupGates gates;
    private final GroupDoor door;

    ToldFeed(ToldFeedStore store, GroupGates gates, GroupDoor door) {
        this.store = store;
        this.gates = gates;
        this.door = door;
    }

    /** Nothing at all for companies without such groups; else one look at an index. */
    @Override
    public void moved(List<Stretch> stretches) {
        List<Stretch> possible = stretches.stream()
                .filter(stretch -> gates.hasGroups(stretch.orgId()))
                .toList();
        Set<Long> groups = door.groupsAmong(possible);
        List<Stretch> said = possible.stream()
                .filter(stretch -> groups.contains(stretch.conversationId()))
                .toList();
        if (!said.isEmpty()) {
            store.add(said);
        }
    }
}
