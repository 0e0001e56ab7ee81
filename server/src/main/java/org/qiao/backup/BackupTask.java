package org.qiao.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.qiao.platform.DatabaseAccess;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** {@code java -jar qiao.jar --qiao.task=backup|restore --qiao.backup=DIR}: runs instead of the server and ends. */
@EnableConfigurationProperties({DatabaseSettings.class, BackupSettings.class})
public class BackupTask implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(BackupTask.class);
    private static final String TASK = "--qiao.task=";
    private static final long MEGABYTE = 1024 * 1024;

    private final DatabaseSettings database;
    private final BackupSettings settings;

    BackupTask(DatabaseSettings database, BackupSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** True when the words ask for a task instead of the server. */
    public static boolean isAsked(String... args) {
        return Arrays.stream(args).anyMatch(word -> word.startsWith(TASK));
    }

    /** Does it and ends; what stops it is printed like what stops a start. */
    public static void run(String... args) {
        new SpringApplicationBuilder(BackupTask.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(args)
                .close();
    }

    @Override
    public void run(ApplicationArguments args) throws IOException, SQLException {
        if (settings.backup().isEmpty()) {
            throw new StartupProblem("No folder is named.", "Say --qiao.backup=DIR.");
        }
        Path folder = Path.of(settings.backup());
        long started = System.nanoTime();
        switch (settings.task()) {
            case "backup" -> backup(folder, started);
            case "restore" -> restore(folder, started);
            default ->
                throw new StartupProblem(
                        "There is no task \"" + settings.task() + "\".", "The tasks are backup and restore.");
        }
    }

    private void backup(Path folder, long started) throws IOException, SQLException {
        try (DatabaseAccess access = DatabaseAccess.join(database)) {
            Backup.Written written = new Backup(access, program()).write(folder);
            log.info(
                    "Backup written to {}: {} rows of {} tables, {} files, {} MB, {} s. It holds secrets: keep it like the data folder.",
                    folder.toAbsolutePath().normalize(),
                    written.manifest().rows(),
                    written.manifest().tables().size(),
                    written.manifest().files(),
                    written.bytes() / MEGABYTE,
                    seconds(started));
        }
    }

    private void restore(Path folder, long started) throws IOException, SQLException {
        Restore restore = Restore.verified(folder);
        try (DatabaseAccess access = DatabaseAccess.fresh(database)) {
            long era = restore.into(access);
            log.info(
                    "Restored to {}: the state of {}, {} rows, {} files, {} s. The era is now {}: every client drops what it"
                            + " knows and pulls again. Start it with ./qiao start --data {}",
                    access.data(),
                    restore.manifest().at(),
                    restore.manifest().rows(),
                    restore.manifest().files(),
                    seconds(started),
                    era,
                    access.data());
        }
    }

    private static String program() {
        return Objects.requireNonNullElse(BackupTask.class.getPackage().getImplementationVersion(), "development");
    }

    private static String seconds(long started) {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return took.toSeconds() + "." + took.toMillisPart() / 100;
    }
}
