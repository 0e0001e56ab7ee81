package org.qiao.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes on disk: {@code files/<company>/ab/cd/<sha256>}, a preview beside it with the ending ".thumb". What is on its way
 * lives in {@code files/incoming}.
 *
 * <p>Order of a commit: bytes fsync'd → an intent naming the content → renamed into place, folder fsync'd → the database row →
 * intent removed. Whatever a crash leaves behind is therefore either in "incoming" or named by an intent there, and
 * {@link #sweep} needs to look at nothing else.
 */
final class BlobFolder {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern INTENT = Pattern.compile("[0-9a-f-]{36}\\.(\\d{1,18})\\.([0-9a-f]{64})\\.intent");
    private static final long FULL_BYTES = 1024 * 1024;

    private final Path root;
    private final Path incoming;
    private final ContentTurns turns = new ContentTurns();

    BlobFolder(Path root) throws IOException {
        this.root = root;
        this.incoming = root.resolve("incoming");
        Files.createDirectories(incoming);
    }

    /** Asks whether the database knows this content. */
    @FunctionalInterface
    interface Known {
        boolean test(long orgId, byte[] sha256);
    }

    /** Says in "incoming" which content is about to get its row. Stays when the row did not come about. */
    record Intent(Path file, boolean[] done) implements AutoCloseable {

        void fulfilled() {
            done[0] = true;
        }

        @Override
        public void close() throws IOException {
            if (done[0]) {
                Files.deleteIfExists(file);
            }
        }
    }

    Upload receive(InputStream content, long most) throws IOException {
        return Upload.copy(content, incoming.resolve(UUID.randomUUID() + ".part"), most);
    }

    /** Moves an upload to its place. Two uploads of the same content may do so at once: the bytes are the same. */
    Intent keep(long orgId, Upload upload, Picture.@Nullable Preview preview) throws IOException {
        byte[] hash = upload.sha256();
        Intent intent = intend(orgId, hash);
        Path place = path(orgId, hash);
        createFolders(place);
        if (preview != null) {
            writeThumbnail(orgId, hash, preview);
        }
        Files.move(upload.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(parent(place));
        return intent;
    }

    /** Names a content that gets its row, or loses it: {@link #sweep} asks the database which it was when nobody fulfils it. */
    Intent intend(long orgId, byte[] hash) throws IOException {
        Path intent = incoming.resolve(UUID.randomUUID() + "." + orgId + "." + HEX.formatHex(hash) + ".intent");
        Files.createFile(intent);
        sync(incoming);
        return new Intent(intent, new boolean[1]);
    }

    /** Bytes and preview, of a content that has no row. */
    void delete(long orgId, byte[] hash) throws IOException {
        Files.deleteIfExists(path(orgId, hash));
        Files.deleteIfExists(thumbnail(orgId, hash));
        Path folder = parent(path(orgId, hash));
        if (Files.isDirectory(folder)) {
            sync(folder);
        }
    }

    /** Held while a content gets its row or loses it, so that no row is left without its bytes. */
    ContentTurns.Turn turn(byte[] sha256) {
        return turns.take(sha256);
    }

    boolean holds(long orgId, byte[] sha256) {
        return Files.exists(path(orgId, sha256));
    }

    Path path(long orgId, byte[] sha256) {
        String hex = HEX.formatHex(sha256);
        return root.resolve(Long.toString(orgId))
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    Path thumbnail(long orgId, byte[] sha256) {
        Path place = path(orgId, sha256);
        return place.resolveSibling(place.getFileName() + ".thumb");
    }

    long usableBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** Removes what a crash left behind. Only at start, before the first upload. */
    void sweep(Known known) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(incoming)) {
            leftovers = files.toList();
        }
        for (Path leftover : leftovers) {
            Matcher intent = INTENT.matcher(leftover.getFileName().toString());
            if (intent.matches()) {
                long orgId = Long.parseLong(intent.group(1));
                byte[] hash = HEX.parseHex(intent.group(2));
                if (!known.test(orgId, hash)) {
                    delete(orgId, hash);
                }
            }
            Files.delete(leftover);
        }
    }

    static boolean isFull(Path file, IOException e) throws IOException {
        String message = e.getMessage();
        return message != null && (message.contains("No space left") || message.contains("quota"))
                || Files.getFileStore(parent(file)).getUsableSpace() < FULL_BYTES;
    }

    private void writeThumbnail(long orgId, byte[] hash, Picture.Preview preview) throws IOException {
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        Files.write(part, preview.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        Files.move(part, thumbnail(orgId, hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A new folder is an entry in its parent: that entry must survive a power cut as well. */
    private void createFolders(Path place) throws IOException {
        Path folder = parent(place);
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path up = parent(folder); up.startsWith(root); up = parent(up)) {
            sync(up);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException("No parent: " + file);
        }
        return parent;
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
