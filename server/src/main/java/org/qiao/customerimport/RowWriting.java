package org.qiao.customerimport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.account.Guests;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.qiao.customerimport.ImportJob.Known;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.customerimport.ImportRowStore.Result;
import org.qiao.customerimport.ImportRowStore.Row;
import org.qiao.customerprofile.ImportedProfiles;
import org.qiao.customerprofile.ImportedProfiles.Imported;
import org.qiao.followup.ImportedFollowUps;
import org.qiao.platform.FaultPoints;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One row becomes a customer, or completes one: in one transaction, so a crash leaves it as if nobody had looked at it. */
@Component
class RowWriting {

    private final ImportJobStore jobs;
    private final ImportRowStore rows;
    private final ContactStore contacts;
    private final Lookups lookups;
    private final Doors doors;

    RowWriting(ImportJobStore jobs, ImportRowStore rows, ContactStore contacts, Lookups lookups, Doors doors) {
        this.jobs = jobs;
        this.rows = rows;
        this.contacts = contacts;
        this.lookups = lookups;
        this.doors = doors;
    }

    /** Where it is written. */
    @Component
    record Doors(
            Guests guests,
            Customers customers,
            CustomerRelations relations,
            CustomerEvents timeline,
            ImportedProfiles profiles,
            ImportedFollowUps followUps) {}

    /** Nothing when it was written before, or the import was called off. */
    @Transactional
    public void write(ImportJob job, int number) {
        rows.lock(job.orgId(), job.id(), number).ifPresent(row -> {
            Result result = write(job, row);
            FaultPoints.reached("customerimport.row");
            done(job, number, result);
        });
    }

    @Transactional
    public void fail(ImportJob job, int number, String code) {
        done(job, number, new Result(RowState.FAILED, null, code));
    }

    private void done(ImportJob job, int number, Result result) {
        if (rows.set(job.orgId(), job.id(), number, result)) {
            jobs.count(job.orgId(), job.id(), result.state(), 1);
        }
    }

    private Result write(ImportJob job, Row row) {
        ImportedRow content = row.content();
        Long member = content.memberId();
        if (member == null || !lookups.mayServe(job.orgId(), member)) {
            throw CustomerimportProblem.MEMBER_GONE.problem();
        }
        List<Contact> known = content.person().contacts();
        Optional<Long> owner = Lookups.owner(lookups.owners(job.orgId(), known), known)
                .map(id -> doors.customers().current(job.orgId(), id).id());
        if (owner.isPresent() && job.known() == Known.SKIP) {
            return new Result(RowState.SKIPPED, owner.get(), null);
        }
        long customer = owner.orElseGet(() -> create(job, content));
        CustomerRelation relation = open(job, content, customer, member);
        fill(job, content, relation);
        return new Result(owner.isPresent() ? RowState.COMPLETED : RowState.MADE, customer, null);
    }

    private long create(ImportJob job, ImportedRow content) {
        String name = content.person().name();
        long id = doors.guests().create(job.orgId(), name, job.locale());
        doors.customers().add(id, new NewCustomer(job.orgId(), name, CustomerSource.IMPORTED, null, null));
        contacts.add(job.orgId(), id, content.person().contacts());
        return id;
    }

    private CustomerRelation open(ImportJob job, ImportedRow content, long customer, long member) {
        Remark remark = new Remark(
                content.remark(),
                content.wholeDescription(),
                content.person().company(),
                content.person().phones());
        return doors.relations()
                .open(new NewRelation(
                        job.orgId(), customer, member, null, remark, AddWay.IMPORTED, "", null, job.createdBy()))
                .relation();
    }

    private void fill(ImportJob job, ImportedRow content, CustomerRelation relation) {
        long by = job.createdBy();
        doors.profiles()
                .write(
                        relation,
                        new Imported(content.tags(), content.stage(), content.reason(), content.attributes()),
                        by);
        if (!content.note().isEmpty()) {
            doors.followUps().note(relation, content.note(), by);
        }
        if (!content.task().isEmpty() && content.dueAt() != null) {
            doors.followUps().task(relation, content.task(), content.dueAt(), by);
        }
        doors.timeline()
                .add(
                        job.orgId(),
                        relation.customerId(),
                        NewEvent.of("IMPORTED", by)
                                .about(relation.id())
                                .with(Map.of("import", job.id(), "name", job.name())));
    }
}
