package org.qiao.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.qiao.platform.DatabaseAccess;
import org.qiao.platform.StartupProblem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Fills an empty folder (and an empty database) from a backup: the tables as they were, then the rows, then the migrations that
 * this program has in addition. The rows come in one transaction.
 */
final class Restore {

    private static final String MIGRATIONS = "classpath:db/migration";
    private static final int BUFFER = 1 << 16;

    private final SealedFolder backup;
    private final Manifest manifest;

    private Restore(SealedFolder backup, Manifest manifest) {
        this.backup = backup;
        this.manifest = manifest;
    }

    /** Reads the whole backup and refuses it unless every byte is as it was written. */
    static Restore verified(Path folder) throws IOException {
        SealedFolder backup = SealedFolder.open(folder.toAbsolutePath().normalize());
        backup.verify();
        try (InputStream in = backup.read(Manifest.FILE)) {
            Manifest manifest = Backup.JSON.readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartupProblem(
                        "This program cannot read backups of format " + manifest.format() + ".",
                        "Use Qiao " + manifest.program() + " or newer.");
            }
            return new Restore(backup, manifest);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** @return the new era */
    long into(DatabaseAccess target) throws IOException, SQLException {
        refuseUnlessEmpty(target);
        try {
            long era = fill(target);
            target.keep();
            return era;
        } catch (IOException | SQLException | RuntimeException e) {
            clean(target.target(), e);
            throw e;
        }
    }

    private static void refuseUnlessEmpty(DatabaseAccess target) throws SQLException {
        try (BackupStore store = BackupStore.open(target)) {
            if (store.hasTables()) {
                throw new StartupProblem(
                        "The database " + target.target().url() + " is not empty.",
                        "A restore never writes over data: name an empty database with QIAO_DB_URL.");
            }
        }
    }

    private long fill(DatabaseAccess target) throws IOException, SQLException {
        makeTables(target.target());
        try (BackupStore store = BackupStore.open(target)) {
            long era = load(store);
            flyway(target.target(), MIGRATIONS).migrate();
            store.vacuum();
            copyFiles(target.data());
            return era;
        }
    }

    /** An outside database must not look like an empty server afterwards; the embedded one goes with its folder. */
    private static void clean(DatabaseAccess.Target target, Exception reason) {
        try {
            Flyway.configure()
                    .dataSource(target.url(), target.user(), target.password())
                    .cleanDisabled(false)
                    .load()
                    .clean();
        } catch (RuntimeException e) { // the first reason is the one to tell
            reason.addSuppressed(e);
        }
    }

    /** Exactly the scripts that had made the tables of the backup. */
    private void makeTables(DatabaseAccess.Target target) throws IOException {
        Map<String, Resource> known = new HashMap<>();
        for (Resource script : new PathMatchingResourcePatternResolver().getResources(MIGRATIONS + "/*.sql")) {
            known.put(String.valueOf(script.getFilename()), script);
        }
        Path chosen = Files.createTempDirectory("qiao-restore");
        try {
            for (String name : manifest.migrations()) {
                Resource script = known.get(name);
                if (script == null) {
                    throw new StartupProblem(
                            "The backup comes from a newer Qiao (" + manifest.program() + "): this one does not know "
                                    + name + ".",
                            "Restore it with that version or a newer one.");
                }
                try (InputStream in = script.getInputStream()) {
                    Files.copy(in, chosen.resolve(name));
                }
            }
            flyway(target, "filesystem:" + chosen).migrate();
        } finally {
            FileSystemUtils.deleteRecursively(chosen);
        }
    }

    private static Flyway flyway(DatabaseAccess.Target target, String location) {
        return Flyway.configure()
                .dataSource(target.url(), target.user(), target.password())
                .locations(location)
                .outOfOrder(true)
                .load();
    }

    private long load(BackupStore store) throws IOException, SQLException {
        store.begin();
        List<BackupStore.ForeignKey> keys = store.foreignKeys();
        for (BackupStore.ForeignKey key : keys) {
            store.drop(key);
        }
        store.empty(manifest.tables());
        for (Manifest.Table table : manifest.tables()) {
            store.triggers(table, false);
            load(store, table);
            store.triggers(table, true);
        }
        for (BackupStore.ForeignKey key : keys) {
            store.add(key);
        }
        for (Manifest.Sequence sequence : manifest.sequences()) {
            store.advance(sequence);
        }
        long era = store.raiseEra();
        store.commit();
        return era;
    }

    private void load(BackupStore store, Manifest.Table table) throws IOException, SQLException {
        try (InputStream in = new GZIPInputStream(backup.read(table.file()), BUFFER)) {
            long rows = store.copyIn(table, in);
            if (rows != table.rows()) {
                throw SealedFolder.damaged(
                        backup.root(), table.name() + " has " + rows + " rows instead of " + table.rows());
            }
        }
    }

    private void copyFiles(Path data) throws IOException {
        for (String folder : Backup.FOLDERS) {
            for (String name : backup.names(folder + "/")) {
                Path place = data.resolve(name).normalize();
                if (!place.startsWith(data.resolve(folder))) {
                    throw SealedFolder.damaged(backup.root(), name + " leads outside");
                }
                try (InputStream in = backup.read(name)) {
                    if (!SealedFolder.copy(in, place).equals(backup.sum(name))) {
                        throw SealedFolder.damaged(backup.root(), name + " changed while it was read");
                    }
                }
            }
        }
    }
}
