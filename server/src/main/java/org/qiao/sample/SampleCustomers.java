package org.qiao.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;
import org.qiao.contactway.Arrivals;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.qiao.messaging.Draft;
import org.qiao.messaging.History;
import org.qiao.platform.Actor;
import org.qiao.platform.Past;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets the customers of the sample come by its codes, talk, and be looked after, each at its time. In the caller's transaction. */
@Component
class SampleCustomers {

    private final Arriving arriving;
    private final CustomerRelations relations;
    private final History history;
    private final SampleScript script;
    private final JsonMapper json;

    SampleCustomers(
            Arriving arriving, CustomerRelations relations, History history, SampleScript script, JsonMapper json) {
        this.arriving = arriving;
        this.relations = relations;
        this.history = history;
        this.script = script;
        this.json = json;
    }

    /** What lets a stranger in, as the module visit does it. */
    @Component
    record Arriving(Guests guests, Customers customers, CustomerRules rules, ContactWays ways, Arrivals arrivals) {}

    /** A customer with whoever serves him. */
    private record Met(SampleCustomer customer, Actor guest, CustomerRelation relation, long thread) {}

    /** @param welcomes first words by code */
    void write(
            SampleScene scene,
            SampleNames names,
            List<SampleCustomer> all,
            List<Dialogue> dialogues,
            Map<String, String> welcomes) {
        SampleTalk talk = new SampleTalk(scene.calendar(), scene.now());
        int taken = 0;
        for (SampleCustomer customer : inOrder(scene, all)) {
            Met met = Past.at(scene.at(customer.at()), () -> meet(scene, names, customer));
            List<Dialogue> own = dialogues.subList(taken, taken + customer.talks());
            taken += customer.talks();
            String welcome = welcomes.getOrDefault(customer.way(), "").replace("{nickname}", customer.name());
            talk(scene, met, welcome, talk.of(customer, own));
            names.put("c:" + customer.name(), met.guest().principalId());
            names.put("r:" + customer.name(), met.relation().id());
            script.play(scene, names, new Care(customer, met.relation().memberId()).steps());
        }
    }

    private static List<SampleCustomer> inOrder(SampleScene scene, List<SampleCustomer> all) {
        return all.stream()
                .sorted(Comparator.comparing(customer -> scene.at(customer.at())))
                .toList();
    }

    private Met meet(SampleScene scene, SampleNames names, SampleCustomer customer) {
        long orgId = scene.org().orgId();
        String code = names.word("way.code:" + customer.way());
        ContactWay way = arriving.ways().findOpen(code).orElseThrow();
        arriving.ways().seen(way);
        AddWay addWay = customer.isByCard() ? AddWay.CARD : AddWay.QR;
        long id = arriving.guests()
                .create(orgId, customer.name(), scene.org().owner().locale());
        arriving.customers()
                .add(
                        id,
                        new NewCustomer(
                                orgId,
                                customer.name(),
                                CustomerSource.valueOf(addWay.name()),
                                way.id(),
                                arriving.rules().noticeVersion(orgId)));
        String state = Objects.requireNonNullElse(customer.state(), way.state());
        CustomerRelation relation = Objects.requireNonNull(arriving.arrivals()
                .arrive(way, new Arrivals.Arrival(id, addWay, state))
                .relation());
        proof(customer.proof()).ifPresent(key -> arriving.customers().prove(orgId, id, key));
        Actor guest = arriving.guests().actor(orgId, id);
        long thread = history.thread(guest, relation.memberId(), "relation-" + relation.id(), scene.at(customer.at()));
        relations.beginWith(relation, thread);
        return new Met(customer, guest, relation, thread);
    }

    private static Optional<CustomerKey> proof(@Nullable String proof) {
        if (proof == null) {
            return Optional.empty();
        }
        return proof.contains("@")
                ? CustomerKey.email(proof)
                : Optional.of(new CustomerKey(CustomerKey.Kind.PHONE, proof));
    }

    /** The welcome has the key under which the module contactway says it, so it is not said again. */
    private void talk(SampleScene scene, Met met, String welcome, List<SampleTalk.Line> lines) {
        long orgId = scene.org().orgId();
        Actor server = scene.org().actor(met.relation().memberId());
        Instant came = scene.at(met.customer().at());
        List<History.Said> said = new ArrayList<>();
        if (!welcome.isEmpty()) {
            String key = "welcome-" + met.relation().id() + "-text";
            said.add(new History.Said(server, Draft.text(met.thread(), key, welcome), came.plusSeconds(1)));
        }
        for (int i = 0; i < lines.size(); i++) {
            SampleTalk.Line line = lines.get(i);
            Draft draft = Draft.text(met.thread(), "s" + i, line.text());
            said.add(new History.Said(line.staff() ? server : met.guest(), draft, line.at()));
        }
        long last = history.append(orgId, met.thread(), said).getLast().seq();
        long unread = met.customer().waits() == null && met.customer().last() == null ? 0 : 1;
        Instant end = said.getLast().at();
        history.read(
                orgId,
                List.of(
                        new History.Seen(met.thread(), server.principalId(), last - unread, end),
                        new History.Seen(met.thread(), met.guest().principalId(), last, end)));
    }

    /** What whoever serves him writes down, as steps of a script. */
    private final class Care {

        private final SampleCustomer customer;
        private final String by;
        private final List<SampleStep> steps = new ArrayList<>();

        Care(SampleCustomer customer, long memberId) {
            this.customer = customer;
            this.by = "#" + memberId;
        }

        List<SampleStep> steps() {
            String person = "/api/customers/<c:" + customer.name() + ">";
            String relation = "/api/customer-relations/<r:" + customer.name() + ">";
            if (customer.remark() != null) {
                add(customer.at(), "PUT " + relation + "/remark", customer.remark());
            }
            if (customer.tags() != null) {
                List<String> tags = customer.tagsOrNone().stream()
                        .map(tag -> "<tag:" + tag + ">")
                        .toList();
                add(customer.at(), "PUT " + relation + "/tags", Map.of("add", tags, "remove", List.of()));
            }
            if (customer.values() != null) {
                add(customer.at(), "PUT " + person + "/attributes", Map.of("values", customer.values(), "version", 0));
            }
            if (customer.stage() != null) {
                String why = Objects.requireNonNullElse(customer.lost(), "");
                add(customer.settled(), "PUT " + person + "/stage", Map.of("stage", customer.stage(), "reason", why));
            }
            customer.notesOrNone()
                    .forEach(note -> add(
                            note.at(), "POST " + person + "/notes", Map.of("text", note.text(), "files", List.of())));
            for (SampleCustomer.Task task : customer.tasksOrNone()) {
                add(
                        task.at(),
                        "POST " + person + "/tasks",
                        Map.of("text", task.text(), "dueAt", "<in:" + task.due() + ">"));
                if (task.done() != null) {
                    add(task.done(), "PUT /api/customer-tasks/<task:>/done", Map.of());
                }
            }
            return steps;
        }

        private void add(String at, String door, Object body) {
            steps.add(SampleStep.door(by, at, door, json.valueToTree(body), "task"));
        }
    }
}
