package org.qiao.customerprofile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customerprofile.PersonStore.Person;
import org.qiao.customerprofile.ProfileViews.CustomerAttributesRequest;
import org.qiao.customerprofile.ProfileViews.CustomerProfileView;
import org.qiao.customerprofile.ProfileViews.CustomerStageRequest;
import org.qiao.form.DayCounter;
import org.qiao.form.Filling;
import org.qiao.form.FormSchema;
import org.qiao.form.FormValues;
import org.qiao.form.Forms;
import org.qiao.form.RelatedApprovals;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stage and attributes of a customer: one truth for the company, kept by whoever may look at him. */
@Service
class CustomerProfiles {

    /** No attribute is a length in work days or another approval. */
    private static final Filling FILLING = Filling.fresh(DayCounter.WEEKDAYS, RelatedApprovals.NONE);

    private final Customers customers;
    private final CustomerRelations relations;
    private final CustomerEvents timeline;
    private final PersonStore store;
    private final CustomerTags tags;
    private final Judge judge;

    CustomerProfiles(
            Customers customers,
            CustomerRelations relations,
            CustomerEvents timeline,
            PersonStore store,
            CustomerTags tags,
            Judge judge) {
        this.customers = customers;
        this.relations = relations;
        this.timeline = timeline;
        this.store = store;
        this.tags = tags;
        this.judge = judge;
    }

    /** What says whether a value is right, and when it is. */
    @Component
    record Judge(ProfileRules rules, Forms forms, Clock clock) {

        /** Judged by the module form; what an attribute that was taken away held is kept beside it. */
        FormValues values(Actor actor, JsonNode sent, FormValues before) {
            FormSchema schema = rules.get(actor.orgId()).attributes();
            ObjectNode values = forms.check(actor, schema, FormValues.of(sent), FILLING)
                    .require()
                    .json();
            before.keys().stream()
                    .filter(key -> schema.find(key).isEmpty())
                    .forEach(key -> before.find(key).ifPresent(value -> values.set(key, value)));
            return FormValues.of(values);
        }
    }

    @Transactional(readOnly = true)
    public CustomerProfileView get(Actor actor, long id) {
        return view(actor, customers.require(actor, id));
    }

    private CustomerProfileView view(Actor actor, Customer customer) {
        List<Long> ids = relations.ofCustomer(actor.orgId(), customer.id()).stream()
                .map(CustomerRelation::id)
                .toList();
        Person person = store.find(actor.orgId(), customer.id()).orElse(null);
        if (person == null) {
            String first = judge.rules().get(actor.orgId()).stages().getFirst().key();
            return new CustomerProfileView(
                    customer.id(), first, "", null, FormValues.EMPTY.json(), tags.views(actor, ids), 0);
        }
        return new CustomerProfileView(
                customer.id(),
                person.stage(),
                person.lostReason(),
                person.stageAt(),
                person.attributes().json(),
                tags.views(actor, ids),
                person.version());
    }

    @Transactional
    public CustomerProfileView setStage(Actor actor, long id, CustomerStageRequest request) {
        Customer customer = customers.require(actor, id);
        Stage to = StageRule.find(judge.rules().get(actor.orgId()).stages(), request.stage())
                .orElseThrow(CustomerprofileProblem.UNKNOWN_STAGE::problem);
        String asked = request.reason();
        String reason = StageRule.reason(to, asked == null ? "" : asked);
        Person before = store.lock(actor.orgId(), customer.id());
        if (!before.stage().equals(to.key()) || !before.lostReason().equals(reason)) {
            store.setStage(
                    actor.orgId(),
                    customer.id(),
                    to.key(),
                    reason,
                    judge.clock().instant());
            timeline.add(
                    actor.orgId(),
                    customer.id(),
                    NewEvent.of("STAGE_CHANGED", actor.principalId())
                            .with(Map.of("before", before.stage(), "after", to.key(), "reason", reason)));
        }
        return view(actor, customer);
    }

    /** All values at once; {@code version} says on what they are built. */
    @Transactional
    public CustomerProfileView setAttributes(Actor actor, long id, CustomerAttributesRequest request) {
        Customer customer = customers.require(actor, id);
        Person before = store.lock(actor.orgId(), customer.id());
        if (before.version() != request.version()) {
            throw CustomerprofileProblem.STALE.problem();
        }
        FormValues values = judge.values(actor, request.values(), before.attributes());
        List<String> changed = changed(before.attributes(), values);
        if (!changed.isEmpty()) {
            store.setAttributes(actor.orgId(), customer.id(), values);
            timeline.add(
                    actor.orgId(),
                    customer.id(),
                    NewEvent.of("ATTRIBUTES_CHANGED", actor.principalId()).with(Map.of("keys", changed)));
        }
        return view(actor, customer);
    }

    private static List<String> changed(FormValues before, FormValues after) {
        TreeSet<String> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        return keys.stream()
                .filter(key -> !before.find(key).equals(after.find(key)))
                .toList();
    }
}
