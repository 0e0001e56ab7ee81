package org.qiao.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;

/** A secret of this installation: made once, readable by the server's user only. */
public final class SecretKeyFile {

    private static final int BYTES = 32;

    private SecretKeyFile() {}

    /**
     * Refuses to start with a damaged key rather than work with a short one.
     *
     * @param loss what is lost when the operator deletes the file to have a new key made, as "open download links become invalid"
     */
    public static byte[] read(Path file, String loss) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IllegalStateException(file + " is damaged: put it back from a backup, or delete it, and " + loss);
        }
        return key;
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path part = Files.createTempFile(
                folder,
                "key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (SeekableByteChannel out =
                Files.newByteChannel(part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
            out.write(ByteBuffer.wrap(key));
        }
        Files.move(part, file);
    }
}
