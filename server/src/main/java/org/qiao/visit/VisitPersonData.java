package org.qiao.visit;

import java.util.Map;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints, codes on their way, and what was sent to his addresses. */
@Component
class VisitPersonData implements PersonData {

    private final VisitPersonStore store;
    private final Customers customers;
    private final Notices notices;

    VisitPersonData(VisitPersonStore store, Customers customers, Notices notices) {
        this.store = store;
        this.customers = customers;
        this.notices = notices;
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
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        store.erase(person);
        notices.forget(
                person.orgId(),
                person.ids().stream()
                        .flatMap(id -> customers.keys(person.orgId(), id).stream())
                        .map(CustomerKey::value)
                        .toList());
        return true;
    }
}
