package org.qiao.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

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

    /**
     * Closes texts with AES-256-GCM. What was closed under one name opens under no other, so a row that is moved in the database is
     * worthless.
     */
    public static final class Seal {

        private static final String CIPHER = "AES/GCM/NoPadding";
        private static final byte FORM = 1;
        private static final int NONCE_BYTES = 12;
        private static final int TAG_BITS = 128;

        private final SecretKeySpec key;
        private final SecureRandom random = new SecureRandom();

        /** @param key as {@link #read} gives it */
        public Seal(byte[] key) {
            this.key = new SecretKeySpec(key, "AES");
        }

        public byte[] close(String name, String text) {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            try {
                byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(text.getBytes(StandardCharsets.UTF_8));
                return ByteBuffer.allocate(1 + NONCE_BYTES + closed.length)
                        .put(FORM)
                        .put(nonce)
                        .put(closed)
                        .array();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has AES-GCM", e);
            }
        }

        /** Empty when the key is another one, or the bytes are not as they were. */
        public Optional<String> open(String name, byte[] sealed) {
            if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORM) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer.wrap(sealed).get(1, nonce);
            try {
                byte[] open = cipher(Cipher.DECRYPT_MODE, nonce, name)
                        .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
                return Optional.of(new String(open, StandardCharsets.UTF_8));
            } catch (AEADBadTagException wrongKey) {
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has AES-GCM", e);
            }
        }

        private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher;
        }
    }
}
