package org.qiao.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Finds out what a file is from its content alone, and says what browsers may show. */
final class FileType {

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    /** Raster pictures only: SVG is a program. */
    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

    private static final Set<String> MEDIA = Set.of(
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/vorbis",
            "audio/opus",
            "audio/vnd.wave",
            "audio/x-flac",
            "audio/flac",
            "audio/webm",
            "video/mp4",
            "video/x-m4v",
            "video/webm",
            "video/ogg",
            "video/quicktime");

    private static final String OLE = "application/x-tika-msoffice";
    private static final Set<String> ZIPS = Set.of("application/zip", "application/x-tika-ooxml");
    private static final int LOOK_BYTES = 64 * 1024;

    /** Names inside the container that tell which office document it is. */
    private static final Map<String, String> IN_ZIP = markers(
            "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private static final Map<String, String> IN_OLE = markers(
            "WordDocument", "application/msword",
            "Workbook", "application/vnd.ms-excel",
            "PowerPoint Document", "application/vnd.ms-powerpoint");

    private FileType() {}

    static String sniff(Path file) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            type = MAGIC.detect(in, new Metadata()).getBaseType().toString();
        }
        if (ZIPS.contains(type)) {
            return marked(file, IN_ZIP, false, "application/zip");
        }
        return type.equals(OLE) ? marked(file, IN_OLE, true, "application/x-ole-storage") : type;
    }

    static boolean isPicture(String type) {
        return PICTURES.contains(type);
    }

    /** Whether a browser may show it in place. Everything else is saved, and as nameless bytes. */
    static boolean isInline(String type) {
        return PICTURES.contains(type) || MEDIA.contains(type);
    }

    /** Looks at the beginning and the end only, where the lists of names are: cheap whatever the container holds. */
    private static String marked(Path file, Map<String, String> markers, boolean wide, String otherwise)
            throws IOException {
        byte[] look = new byte[2 * LOOK_BYTES];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.read(look, 0, LOOK_BYTES);
            in.seek(Math.max(0, in.length() - LOOK_BYTES));
            in.read(look, LOOK_BYTES, LOOK_BYTES);
        }
        String text = new String(look, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> marker : markers.entrySet()) {
            String name = wide
                    ? new String(marker.getKey().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)
                    : marker.getKey();
            if (text.contains(name)) {
                return marker.getValue();
            }
        }
        return otherwise;
    }

    private static Map<String, String> markers(String... pairs) {
        Map<String, String> markers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            markers.put(pairs[i], pairs[i + 1]);
        }
        return markers;
    }
}
