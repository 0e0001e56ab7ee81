package org.qiao.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.SyncLog;
import org.qiao.platform.DatabaseSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What changes slowly. Looked up now and then by one thread, never by whoever asks: the folder may be large, the database busy. */
@Component
class SystemFacts {

    private static final long MINUTE_MS = 60_000;
    private static final long LATER_MS = 3_000;
    private static final String LAST_BACKUP = "backup.last";

    private final SystemStore store;
    private final SyncLog log;
    private final Path data;
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private volatile FromDatabase fromDatabase = new FromDatabase("", Map.of(), 0, 0, new SystemStore.Jobs(0, 0), null);
    private volatile long fileBytes;

    SystemFacts(SystemStore store, SyncLog log, DatabaseSettings settings) {
        this.store = store;
        this.log = log;
        this.data = settings.data().toAbsolutePath().normalize();
    }

    record FromDatabase(
            String version,
            Map<String, String> durability,
            long bytes,
            long era,
            SystemStore.Jobs jobs,
            @Nullable List<SystemView.SlowStatement> statements) {}

    @Scheduled(fixedDelay = MINUTE_MS / 4, initialDelay = LATER_MS)
    void askDatabase() {
        fromDatabase = new FromDatabase(
                store.version(),
                store.durability(),
                store.bytes(),
                log.era(),
                store.jobs(),
                store.statements().orElse(null));
    }

    @Scheduled(fixedDelay = MINUTE_MS, initialDelay = LATER_MS)
    void measureFiles() throws IOException {
        Path files = data.resolve("files");
        if (!Files.isDirectory(files)) {
            return;
        }
        try (Stream<Path> all = Files.walk(files)) {
            fileBytes = all.mapToLong(SystemFacts::size).sum();
        } catch (UncheckedIOException e) {
            fileBytes = Math.max(fileBytes, 0); // a file went while we looked; the next look counts again
        }
    }

    FromDatabase fromDatabase() {
        return fromDatabase;
    }

    long freeBytes() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    SystemView.Facts view() {
        FromDatabase known = fromDatabase;
        return new SystemView.Facts(
                Objects.requireNonNullElse(SystemFacts.class.getPackage().getImplementationVersion(), "development"),
                startedAt,
                Runtime.version() + " · " + System.getProperty("java.vm.name"),
                known.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory(),
                known.era(),
                known.durability(),
                known.bytes(),
                fileBytes,
                freeBytes(),
                lastBackup(),
                known.jobs().due(),
                known.jobs().failing());
    }

    /** ./qiao backup leaves the time of its snapshot in the data folder. */
    private @Nullable Instant lastBackup() {
        Path note = data.resolve(LAST_BACKUP);
        try {
            return Files.exists(note) ? Instant.parse(Files.readString(note).split(" ")[0]) : null;
        } catch (IOException | DateTimeException e) {
            return null;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
