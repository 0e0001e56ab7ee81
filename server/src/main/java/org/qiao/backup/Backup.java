package org.qiao.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.qiao.platform.DatabaseAccess;
import org.qiao.platform.StartupProblem;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup while the server works. First the database, in one snapshot; then the files: a file's bytes are on disk before
 * its row is committed, never change, and are not deleted once they have a row, so every file that the snapshot names is there.
 */
final class Backup {

    static final String LAST = "backup.last";
    static final List<String> FOLDERS = List.of("files", "keys");
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int BUFFER = 1 << 16;

    private final DatabaseAccess database;
    private final String program;

    Backup(DatabaseAccess database, String program) {
        this.database = database;
        this.program = program;
    }

    /** What was written. */
    record Written(Manifest manifest, long bytes) {}

    /** The folder appears at the end, whole. */
    Written write(Path folder) throws IOException, SQLException {
        Path target = folder.toAbsolutePath().normalize();
        refuseUnlessEmpty(target);
        Path parent = Objects.requireNonNull(target.getParent());
        Files.createDirectories(parent);
        Path part = parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            SealedFolder sealed = SealedFolder.create(part);
            Manifest manifest = fill(sealed);
            sealed.seal();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            SealedFolder.sync(parent);
            remember(manifest, sealed.bytes());
            return new Written(manifest, sealed.bytes());
        } finally {
            FileSystemUtils.deleteRecursively(part);
        }
    }

    private static void refuseUnlessEmpty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (Files.isDirectory(target)) {
            try (Stream<Path> content = Files.list(target)) {
                if (content.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new StartupProblem(
                target + " is there already and not empty.", "A backup never writes over anything: name a new folder.");
    }

    private Manifest fill(SealedFolder sealed) throws IOException, SQLException {
        Manifest database = copyDatabase(sealed);
        long files = 0;
        for (String name : FOLDERS) {
            files += copyFiles(sealed, name);
        }
        Manifest manifest = new Manifest(
                database.format(),
                database.program(),
                database.postgres(),
                database.at(),
                database.era(),
                database.migrations(),
                database.tables(),
                database.sequences(),
                files);
        try (OutputStream out = sealed.write(Manifest.FILE)) {
            out.write(JSON.writeValueAsBytes(manifest));
        }
        return manifest;
    }

    private Manifest copyDatabase(SealedFolder sealed) throws IOException, SQLException {
        try (BackupStore store = BackupStore.open(database)) {
            store.beginSnapshot();
            BackupStore.Facts facts = store.facts();
            List<String> migrations = store.migrations();
            List<Manifest.Table> tables = new ArrayList<>();
            for (Manifest.Table table : store.tables()) {
                try (OutputStream out = new FastGzip(sealed.write(table.file()))) {
                    tables.add(new Manifest.Table(table.name(), table.columns(), store.copyOut(table, out)));
                }
            }
            // Sequences know no snapshot: read last, they are at or behind every number in the rows.
            List<Manifest.Sequence> sequences = store.sequences();
            store.commit();
            return new Manifest(
                    Manifest.FORMAT,
                    program,
                    facts.version(),
                    facts.at(),
                    facts.era(),
                    migrations,
                    tables,
                    sequences,
                    0);
        }
    }

    /** What is on its way ("incoming", ".part") has no row yet. */
    private long copyFiles(SealedFolder sealed, String name) throws IOException {
        Path root = database.data().resolve(name);
        if (!Files.isDirectory(root)) {
            return 0;
        }
        long files = 0;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                boolean coming = file.startsWith(root.resolve("incoming"))
                        || file.toString().endsWith(".part");
                if (!coming
                        && Files.isRegularFile(file)
                        && copyFile(sealed, file, name + "/" + root.relativize(file))) {
                    files++;
                }
            }
        }
        return files;
    }

    /** False: it was removed meanwhile, because somebody was erased. */
    private static boolean copyFile(SealedFolder sealed, Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = sealed.write(name)) {
            in.transferTo(out);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** For the page "System": when the last one was made. A backup of a folder that cannot be written is as good. */
    private void remember(Manifest manifest, long bytes) throws IOException {
        Path note = database.data().resolve(LAST);
        try {
            Files.writeString(note, manifest.at() + " " + bytes);
        } catch (NoSuchFileException | AccessDeniedException e) {
            return;
        }
    }

    /** The fastest level: the disk of a backup is cheaper than the cores of a working server. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
