package org.qiao.customerimport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.customerimport.ImportRowStore.Row;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Files and rows with the people in them. */
@Component
class ImportSight {

    /** What is in rows is forgotten then. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Members members;
    private final Customers customers;

    ImportSight(Members members, Customers customers) {
        this.members = members;
        this.customers = customers;
    }

    List<CustomerImportView> view(Actor actor, List<ImportJob> jobs) {
        Map<Long, Card> people = cards(
                actor,
                jobs.stream()
                        .flatMap(job -> Stream.of(job.createdBy(), job.memberId()))
                        .toList());
        return jobs.stream()
                .map(job -> new CustomerImportView(
                        job.id(),
                        job.name(),
                        job.state(),
                        people.get(job.createdBy()),
                        card(people, job.memberId()),
                        job.known(),
                        job.ignored(),
                        job.counts(),
                        job.createdAt(),
                        job.endedAt(),
                        job.createdAt().plus(KEPT)))
                .toList();
    }

    List<CustomerImportRow> rows(Actor actor, List<Row> rows) {
        Map<Long, Card> people =
                cards(actor, rows.stream().map(row -> row.content().memberId()).toList());
        List<Long> ids =
                rows.stream().map(Row::customerId).filter(Objects::nonNull).toList();
        Map<Long, CustomerCard> known = customers.cardsById(actor.orgId(), ids);
        return rows.stream().map(row -> row(row, people, known)).toList();
    }

    private static CustomerImportRow row(Row row, Map<Long, Card> people, Map<Long, CustomerCard> known) {
        ImportedRow content = row.content();
        Long customer = row.customerId();
        return new CustomerImportRow(
                row.number(),
                row.state(),
                content.person().name(),
                content.person().phones(),
                content.person().email(),
                content.person().company(),
                card(people, content.memberId()),
                content.tagNames(),
                content.stage(),
                row.faults(),
                customer == null ? null : known.get(customer),
                row.code());
    }

    private static @Nullable Card card(Map<Long, Card> people, @Nullable Long id) {
        return id == null ? null : people.get(id);
    }

    private Map<Long, Card> cards(Actor actor, Collection<@Nullable Long> ids) {
        return members.cardsById(
                actor, ids.stream().filter(Objects::nonNull).distinct().toList());
    }
}
