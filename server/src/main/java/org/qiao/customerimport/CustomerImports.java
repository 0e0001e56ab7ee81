package org.qiao.customerimport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.qiao.customerimport.ImportJob.Known;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.customerimport.ImportJobStore.Fresh;
import org.qiao.customerimport.ImportRowStore.Row;
import org.qiao.directoryimport.Sheets;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of customers: brought, looked at, started, called off. For administrators. */
@Service
class CustomerImports {

    private static final int NAME_MAX = 255;
    private static final int BATCH = 1_000;
    private static final int AT_ONCE = 2;
    private static final int RETRY_SECONDS = 10;

    private final ImportJobStore jobs;
    private final ImportRowStore rows;
    private final Lookups lookups;
    private final ImportSight sight;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    CustomerImports(
            ImportJobStore jobs,
            ImportRowStore rows,
            Lookups lookups,
            ImportSight sight,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.lookups = lookups;
        this.sight = sight;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param memberId who gets rows that name nobody; null: such rows are wrong */
    record Wanted(String name, @Nullable Long memberId) {}

    /** Reads and judges the whole file; no customer is written. */
    CustomerImportView upload(Actor actor, Wanted wanted, InputStream body) throws IOException {
        requireAdmin(actor);
        Long member = wanted.memberId();
        if (member != null && !lookups.mayServe(actor.orgId(), member)) {
            throw CustomerimportProblem.UNKNOWN_MEMBER.problem("field", "member");
        }
        if (!places.tryAcquire()) {
            throw CustomerimportProblem.BUSY.problem(Problem.RETRY_AFTER, RETRY_SECONDS);
        }
        try {
            long id = keep(actor, wanted, bytes(body));
            return get(actor, id);
        } finally {
            places.release();
        }
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] content = body.readNBytes(Sheets.BYTES_MAX + 1);
        if (content.length > Sheets.BYTES_MAX) {
            throw PlatformProblem.TOO_LARGE.problem("max", Sheets.BYTES_MAX);
        }
        return content;
    }

    private long keep(Actor actor, Wanted wanted, byte[] content) {
        List<Sheets.Row> all = Sheets.readAny(content, SheetHead::isHead);
        SheetHead head = SheetPlan.head(all, lookups.attributes(actor).fields());
        List<Sheets.Row> lines = SheetPlan.lines(all, head);
        Meanings meanings = lookups.meanings(
                actor, head.has(SheetColumn.MEMBER), wanted.memberId(), SheetPlan.tagNames(lines, head));
        List<RowReading.Read> read = SheetPlan.read(lines, head, meanings);
        List<Row> judged = SheetPlan.rows(read, lookups.owners(actor.orgId(), Lookups.contacts(read)));
        Fresh fresh = new Fresh(
                RowReading.cut(PlainText.clean(wanted.name()), NAME_MAX),
                wanted.memberId(),
                head.ignored(),
                SheetPlan.counts(judged));
        return Objects.requireNonNull(transaction.execute(status -> {
            long id = jobs.insert(actor, fresh, clock.instant());
            for (int from = 0; from < judged.size(); from += BATCH) {
                rows.insert(actor.orgId(), id, judged.subList(from, Math.min(judged.size(), from + BATCH)));
            }
            return id;
        }));
    }

    CustomerImportView get(Actor actor, long id) {
        return sight.view(actor, List.of(require(actor, id))).getFirst();
    }

    /** Newest first: who brought what, for ever. */
    Page<CustomerImportView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        requireAdmin(actor);
        int size = Limits.page(limit);
        Page<ImportJob> page = Page.cut(
                jobs.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                job -> Long.toString(job.id()));
        return new Page<>(sight.view(actor, page.items()), page.next());
    }

    Page<CustomerImportRow> rows(
            Actor actor, long id, @Nullable RowState state, @Nullable String after, @Nullable Integer limit) {
        require(actor, id);
        int size = Limits.page(limit);
        Page<Row> page = Page.cut(
                rows.list(actor.orgId(), id, state, Limits.key(after, 0), size + 1),
                size,
                row -> Integer.toString(row.number()));
        return new Page<>(sight.rows(actor, page.items()), page.next());
    }

    /** Rows with faults are left out. */
    CustomerImportView start(Actor actor, long id, Known known) {
        ImportJob job = require(actor, id);
        int wanted =
                job.counts().ready() + (known == Known.COMPLETE ? job.counts().matched() : 0);
        if (job.state() == ImportJob.State.CHECKED && wanted == 0) {
            throw CustomerimportProblem.NOTHING_TO_DO.problem();
        }
        try {
            transaction.executeWithoutResult(status -> {
                if (!jobs.start(actor.orgId(), id, known)) {
                    throw CustomerimportProblem.NOT_CHECKED.problem();
                }
                if (known == Known.SKIP) {
                    jobs.count(actor.orgId(), id, RowState.SKIPPED, rows.skipKnown(actor.orgId(), id));
                }
            });
        } catch (DuplicateKeyException running) {
            throw CustomerimportProblem.ALREADY_RUNNING.problem();
        }
        return get(actor, id);
    }

    /** What is written stays; nothing more is. */
    CustomerImportView cancel(Actor actor, long id) {
        require(actor, id);
        if (!jobs.cancel(actor.orgId(), id, clock.instant())) {
            throw CustomerimportProblem.NOT_CHECKED.problem();
        }
        return get(actor, id);
    }

    ImportJob require(Actor actor, long id) {
        requireAdmin(actor);
        return jobs.find(actor.orgId(), id).orElseThrow(CustomerimportProblem.NOT_FOUND::problem);
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw CustomerimportProblem.NOT_ALLOWED.problem();
        }
    }
}
