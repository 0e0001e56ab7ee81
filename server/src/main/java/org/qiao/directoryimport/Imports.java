package org.qiao.directoryimport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Imports of members: upload and check, look, decide, watch. For full administrators. */
@Service
class Imports {

    static final int BYTES_MAX = 20 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final int NAME_MAX = 255;
    private static final int PROBLEMS_SHOWN = 200;
    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportStore store;
    private final ImportRunner runner;
    private final Clock clock;

    Imports(ImportStore store, ImportRunner runner, Clock clock) {
        this.store = store;
        this.runner = runner;
        this.clock = clock;
    }

    /** One server works on a database; whatever it finds under way at its start is dead. */
    @EventListener(ApplicationReadyEvent.class)
    void afterRestart() {
        int interrupted = store.failInterrupted();
        if (interrupted > 0) {
            LOG.warn("{} imports were interrupted by the restart and changed nothing", interrupted);
        }
    }

    ImportView upload(Actor actor, String rawName, InputStream body) throws IOException {
        requireAdmin(actor);
        byte[] content = body.readNBytes(BYTES_MAX + 1);
        if (content.length > BYTES_MAX) {
            throw ImportProblem.TOO_LARGE.problem("max", BYTES_MAX);
        }
        if (content.length == 0) {
            throw ImportProblem.EMPTY_FILE.problem();
        }
        String name = PlainText.clean(rawName);
        runner.reserve();
        long id;
        try {
            store.deleteOld(actor.orgId(), clock.instant().minus(KEPT));
            id = store.insert(actor, name.substring(0, Math.min(NAME_MAX, name.length())), content, clock.instant());
        } catch (DuplicateKeyException active) {
            runner.release();
            throw ImportProblem.ALREADY_RUNNING.problem();
        } catch (RuntimeException fault) {
            runner.release();
            throw fault;
        }
        runner.check(actor, id);
        return get(actor, id);
    }

    ImportView get(Actor actor, long id) {
        ImportView view = require(actor, id);
        List<RowProblem> first = store.problems(actor.orgId(), id, 0, PROBLEMS_SHOWN).stream()
                .map(ImportStore.NumberedProblem::problem)
                .toList();
        return new ImportView(
                view.id(),
                view.name(),
                view.state(),
                view.failure(),
                view.counts(),
                first,
                view.problemCount(),
                view.createdAt());
    }

    Page<RowProblem> problems(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        require(actor, id);
        int size = Limits.page(limit);
        Page<ImportStore.NumberedProblem> page = Page.cut(
                store.problems(actor.orgId(), id, Limits.key(after, 0), size + 1),
                size,
                row -> Integer.toString(row.no()));
        return page.map(ImportStore.NumberedProblem::problem);
    }

    /** @param skipBad leave the bad rows out; otherwise a single one refuses the whole file */
    ImportView run(Actor actor, long id, boolean skipBad) {
        ImportView view = require(actor, id);
        if (view.state() != ImportState.CHECKED) {
            throw ImportProblem.NOT_CHECKED.problem();
        }
        if (view.counts().bad() > 0 && !skipBad) {
            throw ImportProblem.HAS_BAD_ROWS.problem("bad", view.counts().bad());
        }
        runner.reserve();
        try {
            if (!store.start(actor.orgId(), id)) {
                throw ImportProblem.NOT_CHECKED.problem();
            }
        } catch (DuplicateKeyException active) {
            runner.release();
            throw ImportProblem.ALREADY_RUNNING.problem();
        } catch (RuntimeException refused) {
            runner.release();
            throw refused;
        }
        runner.run(actor, id, skipBad);
        return get(actor, id);
    }

    private ImportView require(Actor actor, long id) {
        requireAdmin(actor);
        return store.find(actor.orgId(), id).orElseThrow(ImportProblem.NOT_FOUND::problem);
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ImportProblem.NOT_ALLOWED.problem();
        }
    }
}
