package org.qiao.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The person himself: name, keys, relations with what employees wrote about him, the timeline, consents. */
@Component
class CustomerPersonData implements PersonData {

    private static final int PORTION = 500;

    private final Stores stores;
    private final CustomerConsents consents;
    private final CustomerEvents timeline;
    private final Guests guests;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CustomerPersonData(
            Stores stores,
            CustomerConsents consents,
            CustomerEvents timeline,
            Guests guests,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.stores = stores;
        this.consents = consents;
        this.timeline = timeline;
        this.guests = guests;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Component
    record Stores(
            CustomerPrivacyStore privacy,
            CustomerStore customers,
            RelationStore relations,
            CustomerEventStore events) {}

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public void export(Person person, PersonExport out) {
        stores.customers().findAll(person.orgId(), person.ids()).forEach(customer -> contact(customer, out));
        stores.customers().keys(person.orgId(), person.ids()).stream()
                .map(CustomerStore.OwnedKey::key)
                .forEach(key -> out.row("keys", Map.of("kind", key.kind().name(), "value", key.value())));
        consents.list(person)
                .forEach(consent -> out.row(
                        "consents",
                        Map.of("version", consent.version(), "given", consent.given(), "at", consent.at())));
        person.ids()
                .forEach(id ->
                        stores.relations().ofCustomer(person.orgId(), id).forEach(relation -> relation(relation, out)));
        long before = Long.MAX_VALUE;
        List<CustomerEventStore.Row> page;
        do {
            page = stores.events().list(person.orgId(), person.ids(), before, PORTION);
            page.forEach(row -> event(person, row, out));
            before = page.isEmpty() ? 0 : page.getLast().id();
        } while (page.size() == PORTION);
    }

    private void contact(Customer customer, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", customer.id());
        row.put("name", customer.name());
        row.put("source", customer.source().name());
        row.put("level", customer.level().name());
        row.put("replyByEmail", customer.replyByEmail());
        row.put("since", customer.createdAt());
        if (customer.blockedAt() != null) {
            row.put("blockedAt", customer.blockedAt());
        }
        guests.find(customer.orgId(), customer.id()).ifPresent(face -> {
            row.put("language", face.locale().toLanguageTag());
            Long avatar = face.avatarId();
            if (avatar != null) {
                row.put("picture", out.file(avatar));
            }
        });
        out.row("contact", row);
    }

    private static void relation(CustomerRelation relation, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("employee", out.member(relation.memberId()));
        row.put("remark", relation.remark().text());
        row.put("description", relation.remark().description());
        row.put("company", relation.remark().company());
        row.put("phones", relation.remark().phones());
        row.put("addWay", relation.addWay().name());
        row.put("state", relation.state());
        row.put("openedAt", relation.openedAt());
        if (relation.closedAt() != null) {
            row.put("closedAt", relation.closedAt());
        }
        out.row("relations", row);
    }

    private static void event(Person person, CustomerEventStore.Row event, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", event.at());
        row.put("kind", event.kind());
        Long actor = event.actorId();
        if (actor != null) {
            row.put("by", person.ids().contains(actor) ? "customer" : out.member(actor));
        }
        event.data().forEach((key, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                row.put("data." + key, value);
            }
        });
        out.row("timeline", row);
    }

    @Override
    public boolean erase(Person person) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            stores.customers().lock(person.orgId(), person.ids());
            if (stores.privacy().deleteEvents(person, PORTION) == PORTION) {
                return false;
            }
            forget(person);
            return true;
        }));
    }

    private void forget(Person person) {
        for (long id : person.ids()) {
            String name = guests.find(person.orgId(), id)
                    .map(face -> NoticeTexts.erased(face.locale()))
                    .orElseThrow();
            stores.privacy().empty(new Person(person.orgId(), id, List.of(id)), name);
            guests.rename(person.orgId(), id, name);
            guests.setAvatar(person.orgId(), id, null);
            guests.revokeAll(person.orgId(), id);
            events.publishEvent(new CustomerChanged(person.orgId(), id));
        }
        timeline.add(person.orgId(), person.id(), NewEvent.of("ERASED", null));
        events.publishEvent(new CustomerErased(person.orgId(), person.id()));
    }
}
