package org.qiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that holds everything of one server: database, files, secrets. One process at a time: the lock is the operating
 * system's, so it ends with the process however that ends.
 */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "qiao.lock";
    private static final String UNFINISHED = "restore.unfinished";
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder when it is missing, readable by its owner only, and takes it. */
    static DataFolder open(Path folder) {
        DataFolder taken = take(folder);
        if (Files.exists(taken.path.resolve(UNFINISHED))) {
            taken.close();
            throw new StartupProblem(
                    "A restore into " + taken.path + " did not finish; what is there is not whole.",
                    "Delete everything in that folder and run ./qiao restore again.");
        }
        return taken;
    }

    /** Takes an empty folder to fill it from a backup. Nothing starts on it before {@link #restored}. */
    static DataFolder openEmpty(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(path) && !isEmpty(path)) {
                throw new StartupProblem(
                        "The folder " + path + " is not empty.",
                        "A restore never writes over data: choose another folder with --data, or move this one away.");
            }
            DataFolder taken = take(path);
            Files.createFile(path.resolve(UNFINISHED));
            sync(path);
            return taken;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /** Everything is there and on disk. */
    void restored() throws IOException {
        sync(path);
        Files.delete(path.resolve(UNFINISHED));
        sync(path);
    }

    /** Removes what an unfinished restore has written; the mark goes last. */
    void emptyAgain() throws IOException {
        List<Path> content;
        try (Stream<Path> all = Files.list(path)) {
            content = all.filter(file -> !file.endsWith(UNFINISHED)).toList();
        }
        for (Path file : content) {
            FileSystemUtils.deleteRecursively(file);
        }
        Files.deleteIfExists(path.resolve(UNFINISHED));
    }

    private static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, PRIVATE_FOLDER);
            } else if (!Files.exists(path.resolve(LOCK))) {
                closeToOthers(path);
            }
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PRIVATE_FILE);
            return take(path, channel);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** On first use only: afterwards the rights are the operator's choice. */
    private static void closeToOthers(Path path) throws IOException {
        String owner = Files.getOwner(path).getName();
        if (owner.equals(System.getProperty("user.name"))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static DataFolder take(Path path, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new DataFolder(path, channel);
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: as refused as any other.
        }
        String holder = Files.readString(path.resolve(LOCK)).strip();
        channel.close();
        throw new StartupProblem(
                "The data folder " + path + " is in use by another Qiao (process " + holder + ").",
                "Stop that one, or choose another folder with --data.");
    }

    static StartupProblem unusable(Path path, IOException cause) {
        String reason = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getClass().getSimpleName();
        return new StartupProblem(
                "The data folder " + path + " cannot be used: " + cause.getMessage() + " (" + reason + ").",
                "Give the user " + System.getProperty("user.name")
                        + " the right to read and write it, or choose another folder with --data.",
                cause);
    }

    Path path() {
        return path;
    }

    /** Writes a secret so that it is whole or absent after a crash, and never readable by others, not even for a moment. */
    static void writeSecret(Path file, String secret) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    /** Makes renames inside a folder survive a power cut. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
