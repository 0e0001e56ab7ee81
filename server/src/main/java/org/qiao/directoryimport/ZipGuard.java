package org.qiao.directoryimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks an archive once into nothing and refuses what would fill the memory, and documents that define entities. */
final class ZipGuard {

    private static final int ENTRIES_MAX = 2_000;
    private static final long UNPACKED_MAX = 200L << 20;
    /** Text of spreadsheets packs to about a tenth; small files may pack better. */
    private static final long RATIO_MAX = 100;

    private static final long RATIO_FREE = 10L << 20;
    private static final int HEAD = 64 << 10;

    private ZipGuard() {}

    static void check(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            long unpacked = 0;
            int entries = 0;
            for (Enumeration<ZipArchiveEntry> each = zip.getEntries(); each.hasMoreElements(); ) {
                ZipArchiveEntry entry = each.nextElement();
                entries++;
                unpacked += unpack(zip, entry, UNPACKED_MAX - unpacked);
                boolean bomb = unpacked > RATIO_FREE && unpacked / RATIO_MAX > bytes.length;
                if (entries > ENTRIES_MAX || unpacked >= UNPACKED_MAX || bomb) {
                    throw ImportProblem.SUSPICIOUS_ARCHIVE.problem();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw ImportProblem.UNREADABLE_FILE.problem();
        }
    }

    private static long unpack(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw ImportProblem.UNREADABLE_FILE.problem();
            }
            byte[] head = in.readNBytes(HEAD);
            requireNoEntities(head);
            size = head.length;
            for (int read = in.read(buffer); read >= 0 && size < most; read = in.read(buffer)) {
                size += read;
            }
        }
        return size;
    }

    /** Excel never writes a document type; one is there to read files or to multiply texts. Also in UTF-16, zeros left out. */
    private static void requireNoEntities(byte[] head) {
        StringBuilder text = new StringBuilder(head.length);
        for (char c : new String(head, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c != 0) {
                text.append(c);
            }
        }
        String lower = text.toString().toLowerCase(Locale.ROOT);
        if (lower.contains("<!doctype") || lower.contains("<!entity")) {
            throw ImportProblem.SUSPICIOUS_ARCHIVE.problem();
        }
    }
}
