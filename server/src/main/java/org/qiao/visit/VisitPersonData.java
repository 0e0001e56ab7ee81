package org.qiao.visit;

import java.util.Map;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.notice.Notices;
import org.qiao.noticepush.PushDevices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints, codes on their way, what was sent to his addresses, and the devices that are told of answers. */
@Component
class VisitPersonData implements PersonData {

    private final VisitPersonStore store;
    private final Customers customers;
    private final Notices notices;
    private final PushDevices devices;

    VisitPersonData(VisitPersonStore store, Customers customers, Notices notices, PushDevices devices) {
        this.store = store;
        this.customers = customers;
        this.notices = notices;
        this.devices = devices;
    }

    @Override
    public String name() {
        return "visit";
    }

    @Override
    public void export(Person person, PersonExport out) {
        store.reports(person)
                .forEach(report -> out.row(
                        "farewells",
                        Map.of(
                                "at",
                                report.at(),
                                "employee",
                                out.member(report.memberId()),
                                "reason",
                                report.reason(),
                                "text",
                                report.text())));
        devices.of(person.orgId(), person.ids())
                .forEach(
                        device -> out.row("pushDevices", Map.of("service", device.service(), "since", device.since())));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        devices.forget(person.orgId(), person.ids());
        notices.forget(
                person.orgId(),
                person.ids().stream()
                        .flatMap(id -> customers.keys(person.orgId(), id).stream())
                        .map(CustomerKey::value)
                        .toList());
        return true;
    }
}
