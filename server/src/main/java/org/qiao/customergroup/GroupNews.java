package org.qiao.customergroup;

import java.util.List;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Component;

/** Says "look again" to those who are connected, after the commit. */
@Component
class GroupNews {

    static final String TOPIC = "customergroup";

    private final Hints hints;

    GroupNews(Hints hints) {
        this.hints = hints;
    }

    /** Something about the group: its title, notice, settings. Customers' pages show some of it. */
    void changed(CustomerGroup group) {
        Long conversation = group.conversationId();
        if (conversation != null) {
            AfterCommit.run(() -> {
                hints.tellIn(List.of(conversation), TOPIC, group.id(), "CHANGED");
                hints.tellIn(List.of(conversation), Hints.TO_CUSTOMERS, group.id(), "GROUP");
            });
        }
    }

    /** Who is in it. */
    void members(CustomerGroup group) {
        Long conversation = group.conversationId();
        if (conversation != null) {
            AfterCommit.run(() -> hints.tellIn(List.of(conversation), TOPIC, group.id(), "MEMBERS"));
        }
    }

    /** A customer's own place. */
    void guest(CustomerGroup group, long customerId) {
        AfterCommit.run(() -> hints.tell(List.of(customerId), Hints.TO_CUSTOMERS, group.id(), "GROUP"));
    }
}
