package org.qiao.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qiao.platform.SecureTokens;
import org.qiao.platform.StartupProblem;

/**
 * A folder whose every file is named with its checksum in {@code SHA256SUMS} ({@code sha256sum -c SHA256SUMS} reads it too).
 * Readable by its owner only: it holds what everybody has written, and the hashes of passwords and sessions.
 */
final class SealedFolder {

    static final String SUMS = "SHA256SUMS";

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BUFFER = 256 * 1024;

    private final Path root;
    private final Map<String, String> sums = new TreeMap<>();
    private long bytes;

    private SealedFolder(Path root) {
        this.root = root;
    }

    /** Makes the folder, which must not be there. */
    static SealedFolder create(Path root) throws IOException {
        Files.createDirectory(root, PRIVATE_FOLDER);
        return new SealedFolder(root);
    }

    /** Reads the list of checksums of a folder written earlier. */
    static SealedFolder open(Path root) throws IOException {
        if (!Files.isRegularFile(root.resolve(SUMS))) {
            throw new StartupProblem(
                    "The folder " + root + " is no backup: it has no file " + SUMS + ".",
                    "Name the folder that ./qiao backup has written.");
        }
        SealedFolder folder = new SealedFolder(root);
        for (String line : Files.readAllLines(root.resolve(SUMS))) {
            String[] parts = line.split("  ", 2);
            if (parts.length != 2) {
                throw damaged(root, SUMS + " cannot be read");
            }
            folder.sums.put(parts[1], parts[0]);
        }
        return folder;
    }

    Path root() {
        return root;
    }

    long bytes() {
        return bytes;
    }

    /** The names below a folder, for example "files/". */
    List<String> names(String prefix) {
        return sums.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** A new file; on disk and in the list when the stream is closed. */
    OutputStream write(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()), PRIVATE_FOLDER);
        return new Sealing(name, out(file));
    }

    InputStream read(String name) throws IOException {
        return Files.newInputStream(root.resolve(name));
    }

    /** Copies a file into or out of a sealed folder; on disk when this returns. @return the SHA-256 of what was copied */
    static String copy(InputStream from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()), PRIVATE_FOLDER);
        MessageDigest digest = SecureTokens.sha256();
        FileChannel channel = out(to);
        try (OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    String sum(String name) {
        return sums.getOrDefault(name, "");
    }

    /** Writes the list; nothing can be added behind it. */
    void seal() throws IOException {
        String list = sums.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining());
        FileChannel channel = out(root.resolve(SUMS));
        try (OutputStream out = Channels.newOutputStream(channel)) {
            out.write(list.getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        syncFolders();
    }

    /** Reads everything. Refuses a file that is missing, changed or strange. */
    void verify() throws IOException {
        Map<String, String> missing = new HashMap<>(sums);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = root.relativize(file).toString();
                if (Files.isDirectory(file) || name.equals(SUMS)) {
                    continue;
                }
                String expected = missing.remove(name);
                if (expected == null) {
                    throw damaged(root, name + " does not belong to it");
                }
                if (!expected.equals(sumOf(file))) {
                    throw damaged(root, name + " is not what was written");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw damaged(root, missing.keySet().iterator().next() + " is missing");
        }
    }

    static StartupProblem damaged(Path root, String what) {
        return new StartupProblem(
                "The backup " + root + " is damaged: " + what + ".",
                "Nothing was restored. Take another copy of this backup, or an older one.");
    }

    private static String sumOf(Path file) throws IOException {
        MessageDigest digest = SecureTokens.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void syncFolders() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path folder : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
                sync(folder);
            }
        }
    }

    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileChannel out(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE);
    }

    /** Counts and sums what goes through, and syncs at the end. */
    private final class Sealing extends FilterOutputStream {

        private final String name;
        private final FileChannel channel;
        private final MessageDigest digest = SecureTokens.sha256();
        private boolean closed;

        Sealing(String name, FileChannel channel) {
            super(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
            this.name = name;
            this.channel = channel;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            digest.update(content, offset, length);
            out.write(content, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            out.flush();
            channel.force(true);
            channel.close();
            sums.put(name, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
