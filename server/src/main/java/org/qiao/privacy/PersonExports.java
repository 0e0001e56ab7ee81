package org.qiao.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.customer.Customers;
import org.qiao.customer.Person;
import org.qiao.file.Files;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.privacy.ExportStore.Export;
import org.qiao.privacy.ExportStore.NewExport;
import org.qiao.privacy.PrivacyViews.PrivacyExportView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages with everything about a customer: asked for by himself, or by an administrator for him; opened by whoever asked. */
@Service
class PersonExports {

    private static final int PER_DAY = 3;
    private static final int SHOWN = 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final ExportStore store;
    private final Customers customers;
    private final Files files;
    private final PrivacyAudit audit;
    private final PrivacyPeople people;
    private final Clock clock;

    PersonExports(
            ExportStore store,
            Customers customers,
            Files files,
            PrivacyAudit audit,
            PrivacyPeople people,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.files = files;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** Asking again while it is being made answers the same one. */
    @Transactional
    public Export ask(Guest guest) {
        return ask(customers.person(guest.orgId(), guest.id()), guest.actor());
    }

    @Transactional
    public PrivacyExportView ask(Actor actor, long customerId) {
        PrivacyRules.requireAdmin(actor);
        long id = customers.require(actor, customerId).id();
        Export export = ask(customers.person(actor.orgId(), id), actor);
        return views(actor, List.of(export)).getFirst();
    }

    private Export ask(Person person, Actor by) {
        long orgId = person.orgId();
        if (customers.find(orgId, person.id()).orElseThrow().isErased()) {
            throw PrivacyProblem.ALREADY_ERASED.problem();
        }
        Instant now = clock.instant();
        Optional<Export> fresh = store.insert(new NewExport(orgId, person.id(), by.principalId(), by.locale(), now));
        if (fresh.isEmpty()) {
            return store.ofCustomers(orgId, person.ids(), SHOWN).stream()
                    .filter(export -> export.askedBy() == by.principalId())
                    .findFirst()
                    .orElseThrow();
        }
        if (store.countSince(orgId, person.ids(), by.principalId(), now.minus(DAY)) > PER_DAY) {
            throw PrivacyProblem.TOO_MANY_EXPORTS.problem("max", PER_DAY);
        }
        audit.record(
                orgId,
                by.principalId(),
                AuditKind.EXPORT_ASKED,
                person.id(),
                Map.of("export", fresh.get().id()));
        return fresh.get();
    }

    @Transactional
    public Ticket ticket(Guest guest, long id) {
        Export export = requireReady(guest.actor(), id);
        return files.guestTicket(guest.actor(), fileId(export));
    }

    @Transactional
    public Ticket ticket(Actor actor, long id) {
        PrivacyRules.requireAdmin(actor);
        Export export = requireReady(actor, id);
        return files.ticket(actor, fileId(export));
    }

    private static long fileId(Export export) {
        Long file = export.fileId();
        if (file == null) {
            throw PrivacyProblem.EXPORT_GONE.problem();
        }
        return file;
    }

    /** For whoever asked for it, and for nobody else. */
    private Export requireReady(Actor by, long id) {
        Export export = store.find(by.orgId(), id)
                .filter(found -> found.askedBy() == by.principalId())
                .orElseThrow(PrivacyProblem.NOT_FOUND::problem);
        if (export.state() == ExportState.WAITING || export.state() == ExportState.RUNNING) {
            throw PrivacyProblem.EXPORT_NOT_READY.problem();
        }
        fileId(export);
        audit.record(by.orgId(), by.principalId(), AuditKind.EXPORT_OPENED, export.customerId(), Map.of("export", id));
        return export;
    }

    /** Of himself, those that he asked for. */
    List<Export> own(Person person) {
        return store.ofCustomers(person.orgId(), person.ids(), SHOWN).stream()
                .filter(export -> person.ids().contains(export.askedBy()))
                .toList();
    }

    List<PrivacyExportView> of(Actor actor, Person person) {
        return views(actor, store.ofCustomers(person.orgId(), person.ids(), SHOWN));
    }

    /** Newest first, for administrators. */
    @Transactional(readOnly = true)
    public Page<PrivacyExportView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        PrivacyRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<Export> page = Page.cut(
                store.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                export -> Long.toString(export.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    private List<PrivacyExportView> views(Actor actor, List<Export> some) {
        PrivacyPeople.Known known = people.known(
                actor,
                some.stream().map(Export::askedBy).toList(),
                some.stream().map(Export::customerId).toList());
        return some.stream()
                .map(export -> new PrivacyExportView(
                        export.id(),
                        known.customer(export.customerId()),
                        known.member(export.askedBy()),
                        export.state(),
                        export.done(),
                        export.parts(),
                        export.size(),
                        export.askedBy() == actor.principalId(),
                        export.askedAt(),
                        export.goneAt()))
                .toList();
    }
}
