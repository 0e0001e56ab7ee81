package org.qiao.directoryimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.NewMember;
import org.qiao.directory.Orgs;
import org.qiao.directory.Post;
import org.qiao.directory.Roster;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks and writes spreadsheets in the background, two at a time in the whole server. */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private static final int AT_ONCE = 2;
    private static final int RETRY_SECONDS = 10;
    /** People per batch of statements, and rows between two reports of progress. */
    private static final int BATCH = 250;

    private static final int PROBLEMS_MAX = 10_000;

    private final ImportStore store;
    private final Orgs orgs;
    private final Departments departments;
    private final Members members;
    private final Roster roster;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ImportRunner(
            ImportStore store,
            Orgs orgs,
            Departments departments,
            Members members,
            Roster roster,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.orgs = orgs;
        this.departments = departments;
        this.members = members;
        this.roster = roster;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes a place before anything is stored, so that a full server says so at once. */
    void reserve() {
        if (!places.tryAcquire()) {
            throw ImportProblem.BUSY.problem(Problem.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    void release() {
        places.release();
    }

    void check(Actor actor, long id) {
        inBackground(actor, id, () -> {
            ImportPlan plan = plan(actor, id);
            transaction.executeWithoutResult(status -> {
                List<RowProblem> kept = plan.problems()
                        .subList(0, Math.min(PROBLEMS_MAX, plan.problems().size()));
                store.insertProblems(actor.orgId(), id, kept);
                store.checked(actor.orgId(), id, plan);
            });
        });
    }

    /** Everything in one transaction: whatever ends it early leaves the company as it was. */
    void run(Actor actor, long id, boolean skipBad) {
        inBackground(actor, id, () -> {
            ImportPlan plan = plan(actor, id);
            if (plan.bad() > 0 && !skipBad) {
                throw ImportProblem.CHANGED_MEANWHILE.problem();
            }
            Progress progress = new Progress(actor.orgId(), id);
            transaction.executeWithoutResult(status -> write(actor, plan, progress, id));
        });
    }

    private ImportPlan plan(Actor actor, long id) {
        Table table = Spreadsheets.read(store.content(actor.orgId(), id));
        List<Roster.Entry> known = new ArrayList<>();
        roster.forEach(actor, known::add);
        return ImportPlan.of(table, orgs.get(actor).name(), known);
    }

    private void write(Actor actor, ImportPlan plan, Progress progress, long id) {
        Map<List<String>, Long> ids = departments.createPaths(actor, plan.paths());
        List<Roster.Entry> changes = plan.changes().stream()
                .map(change -> new Roster.Entry(
                        change.member().id(), ImportPlan.merge(change, posts(change.row(), ids)), true))
                .toList();
        roster.update(actor, changes, progress::one);
        List<NewMember> people = plan.additions().stream()
                .map(row -> ImportPlan.person(row, posts(row, ids)))
                .toList();
        for (int from = 0; from < people.size(); from += BATCH) {
            List<NewMember> batch = people.subList(from, Math.min(people.size(), from + BATCH));
            members.addAll(actor.orgId(), batch);
            batch.forEach(person -> progress.one());
        }
        store.finish(actor.orgId(), id, plan);
    }

    private static List<Post> posts(PersonRow row, Map<List<String>, Long> ids) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < row.departments().size(); i++) {
            Long department = ids.get(row.departments().get(i));
            if (department == null) {
                throw new IllegalStateException("A path was not created");
            }
            posts.add(new Post(department, null, row.leader().get(i), i == 0));
        }
        return posts;
    }

    private void inBackground(Actor actor, long id, Runnable work) {
        Thread.ofVirtual().name("import-" + id).start(() -> {
            try {
                work.run();
            } catch (Problem refused) {
                store.fail(actor.orgId(), id, refused.code());
            } catch (RuntimeException | Error fault) {
                LOG.error("Import {} failed", id, fault);
                store.fail(actor.orgId(), id, ImportProblem.INTERRUPTED.code());
            } finally {
                release();
            }
        });
    }

    /** Reports outside the import's transaction, on a thread of its own, because inside nobody would see it. */
    private final class Progress {

        private final long orgId;
        private final long id;
        private final AtomicInteger done = new AtomicInteger();

        Progress(long orgId, long id) {
            this.orgId = orgId;
            this.id = id;
        }

        void one() {
            int now = done.incrementAndGet();
            if (now % BATCH == 0) {
                Thread.ofVirtual().start(() -> store.progress(orgId, id, now));
            }
        }
    }
}
