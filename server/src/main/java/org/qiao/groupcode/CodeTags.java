package org.qiao.groupcode;

import java.util.List;
import org.qiao.customer.RelationOpened;
import org.qiao.customer.TagsByRule;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupJoined;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who comes by a code gets its tags: on what he has with employees then, and on what he has later while he is in the group. */
@Component
class CodeTags {

    private final GroupCodeStore store;
    private final GroupDoor door;
    private final ApplicationEventPublisher events;

    CodeTags(GroupCodeStore store, GroupDoor door, ApplicationEventPublisher events) {
        this.store = store;
        this.door = door;
        this.events = events;
    }

    @ApplicationModuleListener(condition = "#joined.codeId() != null")
    void on(GroupJoined joined) {
        Long code = joined.codeId();
        if (code != null) {
            give(joined.orgId(), joined.customerId(), List.of(code));
        }
    }

    @ApplicationModuleListener
    void on(RelationOpened opened) {
        give(opened.orgId(), opened.customerId(), door.codesOf(opened.orgId(), opened.customerId()));
    }

    private void give(long orgId, long customerId, List<Long> codes) {
        List<String> tags = codes.isEmpty()
                ? List.of()
                : store.findAll(orgId, codes).stream()
                        .flatMap(code -> code.content().tags().stream())
                        .distinct()
                        .toList();
        if (!tags.isEmpty()) {
            events.publishEvent(new TagsByRule(orgId, customerId, tags));
        }
    }
}
