package org.qiao.customercare;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomersMerged;
import org.qiao.customer.RelationChanged;
import org.qiao.customer.RelationClosed;
import org.qiao.customer.RelationOpened;
import org.qiao.directory.MemberDisabled;
import org.qiao.directory.MemberJoined;
import org.qiao.directory.MemberLeft;
import org.qiao.workcalendar.WorkCalendarChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Relations, people and calendars change: threads are looked at again, days counted again. Every step may be repeated. */
@Component
class CareChanges {

    private final CareFeedStore feed;
    private final CareThreadStore threads;
    private final CareDays days;
    private final CustomerRelations relations;
    private final Clock clock;

    CareChanges(CareFeedStore feed, CareThreadStore threads, CareDays days, CustomerRelations relations, Clock clock) {
        this.feed = feed;
        this.threads = threads;
        this.days = days;
        this.relations = relations;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RelationOpened opened) {
        relations.find(opened.orgId(), opened.relationId()).ifPresent(relation -> {
            look(List.of(relation));
            days.moved(relation.orgId(), relation.memberId(), relation.openedAt());
        });
    }

    @ApplicationModuleListener
    void on(RelationClosed closed) {
        relations.find(closed.orgId(), closed.relationId()).ifPresent(relation -> {
            look(List.of(relation));
            days.moved(relation.orgId(), relation.memberId(), relation.closedAt());
        });
    }

    /** Its thread was made, perhaps. */
    @ApplicationModuleListener
    void on(RelationChanged changed) {
        relations.find(changed.orgId(), changed.relationId()).ifPresent(relation -> look(List.of(relation)));
    }

    @ApplicationModuleListener
    void on(CustomersMerged merged) {
        look(relations.ofCustomer(merged.orgId(), merged.keptId()));
        look(relations.ofCustomer(merged.orgId(), merged.goneId()));
    }

    private void look(List<CustomerRelation> some) {
        some.stream()
                .filter(relation -> relation.conversationId() != null)
                .forEach(relation ->
                        feed.addAll(relation.orgId(), List.of(Objects.requireNonNull(relation.conversationId()))));
    }

    @ApplicationModuleListener
    void on(MemberDisabled event) {
        threads.again(event.orgId(), event.principalId(), clock.instant());
    }

    @ApplicationModuleListener
    void on(MemberLeft event) {
        threads.again(event.orgId(), event.principalId(), clock.instant());
    }

    @ApplicationModuleListener
    void on(MemberJoined event) {
        threads.again(event.orgId(), event.principalId(), clock.instant());
    }

    @ApplicationModuleListener
    void on(WorkCalendarChanged event) {
        threads.again(event.orgId(), null, clock.instant());
    }
}
