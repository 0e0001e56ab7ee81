package org.qiao.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;

/** Refuses an upload before its first byte is read when it cannot end well. */
@Component
class UploadLimits {

    private static final int RETRY_SECONDS = 5;

    private final FileSettings settings;
    private final FileStore store;
    private final BlobFolder folder;
    private final Map<Long, Integer> running = new ConcurrentHashMap<>();
    private final Semaphore all;

    UploadLimits(FileSettings settings, FileStore store, BlobFolder folder) {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
        this.all = new Semaphore(settings.uploads());
    }

    /**
     * A running upload.
     *
     * @param most bytes that it may bring
     */
    record Slot(long most, Runnable leave) implements AutoCloseable {

        @Override
        public void close() {
            leave.run();
        }
    }

    Slot enter(Actor actor, long length) throws IOException {
        return enter(actor, length, settings.maxSize().toBytes());
    }

    /** @param since when the day began for which a customer's uploads are counted */
    Slot enterAsGuest(Actor guest, long length, Instant since) throws IOException {
        int perDay = settings.guest().perDay();
        if (store.countSince(guest, since) >= perDay) {
            throw FileProblem.GUEST_QUOTA_USED_UP.problem("max", perDay);
        }
        return enter(guest, length, settings.guest().maxSize().toBytes());
    }

    /** For what the program itself makes: bounded by the disk alone. */
    Slot enterAsProgram() throws IOException {
        long room = folder.usableBytes() - settings.reserve().toBytes();
        if (room <= 0) {
            throw FileProblem.DISK_FULL.problem();
        }
        return new Slot(room, () -> {});
    }

    private Slot enter(Actor actor, long length, long max) throws IOException {
        long most = most(actor, length, max);
        takeTurn(actor.principalId());
        if (!all.tryAcquire()) {
            leaveTurn(actor.principalId());
            throw FileProblem.TOO_MANY_UPLOADS.problem(Problem.RETRY_AFTER, RETRY_SECONDS);
        }
        return new Slot(most, () -> {
            all.release();
            leaveTurn(actor.principalId());
        });
    }

    private long most(Actor actor, long length, long max) throws IOException {
        if (length > max) {
            throw FileProblem.TOO_LARGE.problem("maxBytes", max);
        }
        long needed = Math.max(length, 0);
        FileStore.Usage usage = store.usage(actor);
        if (usage.person() + needed > settings.personQuota().toBytes()
                || usage.company() + needed > settings.companyQuota().toBytes()) {
            throw FileProblem.QUOTA_USED_UP.problem();
        }
        if (folder.usableBytes() - settings.reserve().toBytes() < needed) {
            throw FileProblem.DISK_FULL.problem();
        }
        return max;
    }

    private void takeTurn(long principalId) {
        int now = running.merge(principalId, 1, Integer::sum);
        if (now > settings.uploadsPerPerson()) {
            leaveTurn(principalId);
            throw FileProblem.TOO_MANY_UPLOADS.problem(Problem.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    private void leaveTurn(long principalId) {
        running.computeIfPresent(principalId, (id, count) -> count == 1 ? null : count - 1);
    }
}
