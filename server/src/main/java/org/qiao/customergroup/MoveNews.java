package org.qiao.customergroup;

import java.time.Instant;
import java.util.Map;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupMemberStore.Mover;
import org.qiao.webhook.WebhookEvent;
import org.qiao.webhook.Webhooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells everybody whom it concerns that a customer came into a group or left it: in the transaction in which it is written down. */
@Component
class MoveNews {

    private static final String JOINED = "customergroup.joined";
    private static final String LEFT = "customergroup.left";

    private final Customers customers;
    private final CustomerEvents timeline;
    private final Webhooks webhooks;
    private final GroupTasks tasks;
    private final GroupNews hints;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    MoveNews(
            Customers customers,
            CustomerEvents timeline,
            Webhooks webhooks,
            GroupTasks tasks,
            GroupNews hints,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.customers = customers;
        this.timeline = timeline;
        this.webhooks = webhooks;
        this.tasks = tasks;
        this.hints = hints;
        this.events = events;
        this.json = json;
    }

    void changed(CustomerGroup group) {
        hints.members(group);
    }

    void joined(CustomerGroup group, Mover mover, Instant at) {
        customers
                .find(group.orgId(), mover.id())
                .map(Customer::mergedInto)
                .map(into -> customers.current(group.orgId(), into).id())
                .ifPresent(now -> tasks.move(group, mover.id(), now));
        note(group, mover, "GROUP_JOINED");
        emit(group, mover, new Told(JOINED, "JOINED", at));
        hints.guest(group, mover.id());
        events.publishEvent(new GroupJoined(group.orgId(), group.id(), mover.id(), mover.codeId()));
    }

    /** @param how LEFT or REMOVED */
    void left(CustomerGroup group, Mover mover, String how, Instant at) {
        note(group, mover, "GROUP_LEFT");
        emit(group, mover, new Told(LEFT, how, at));
        hints.guest(group, mover.id());
    }

    private void note(CustomerGroup group, Mover mover, String kind) {
        if (customers.find(group.orgId(), mover.id()).isPresent()) {
            timeline.add(
                    group.orgId(),
                    mover.id(),
                    NewEvent.of(kind, null).with(Map.of("group", group.id(), "title", group.title())));
        }
    }

    private record Told(String topic, String how, Instant at) {}

    private void emit(CustomerGroup group, Mover mover, Told told) {
        if (!webhooks.listening(group.orgId()).to(told.topic())) {
            return;
        }
        ObjectNode data = json.createObjectNode();
        data.put("group", group.id());
        data.put("conversation", group.conversation());
        data.put("customer", mover.id());
        data.put("state", mover.state());
        data.put("how", told.how());
        Long code = mover.codeId();
        if (code != null) {
            data.put("code", code);
        }
        String key = told.topic() + "-" + group.id() + "-" + mover.id() + "-"
                + told.at().toEpochMilli();
        webhooks.emit(group.orgId(), new WebhookEvent(told.topic(), key, told.at(), data));
    }
}
