package org.qiao.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import org.qiao.platform.SecureTokens;

/** Bytes that have arrived whole and are safe on disk under a temporary name. Closing removes what was not kept. */
final class Upload implements AutoCloseable {

    static final long UNKNOWN_LENGTH = -1;

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final long size;
    private final byte[] sha256;

    private Upload(Path file, long size, byte[] sha256) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Copies and fsyncs; on any failure nothing stays.
     *
     * @param most bytes; one more and the upload is refused
     */
    static Upload copy(InputStream content, Path file, long most) throws IOException {
        boolean done = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DigestInputStream in = new DigestInputStream(content, SecureTokens.sha256());
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
                size += read;
                if (size > most) {
                    throw FileProblem.TOO_LARGE.problem("maxBytes", most);
                }
                write(out, ByteBuffer.wrap(buffer, 0, read), file);
            }
            out.force(true);
            done = true;
            return new Upload(file, size, in.getMessageDigest().digest());
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** A sender that goes away in the middle is an incomplete upload, not a fault of this server. */
    private static int next(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw FileProblem.INCOMPLETE.problem();
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes, Path file) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            if (BlobFolder.isFull(file, e)) {
                throw FileProblem.DISK_FULL.problem();
            }
            throw e;
        }
    }
}
