package org.qiao.privacy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.PersonExport;
import org.qiao.file.FileView;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about a person on its way into one package: each chapter is a file of lines in a folder of its own, so that a hundred
 * thousand messages need no memory. Ends with close, which leaves nothing behind.
 */
final class ExportDocument implements PersonExport, AutoCloseable {

    static final long FILES_MAX = 4L << 30;

    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

    private final Sources sources;
    private final Heading heading;
    private final Path folder;
    private final Map<String, Chapter> chapters = new LinkedHashMap<>();
    private final Map<Long, String> files = new LinkedHashMap<>();
    private final Map<Long, String> members = new HashMap<>();
    private long bytes;

    ExportDocument(Sources sources, Heading heading, Path folder) {
        this.sources = sources;
        this.heading = heading;
        this.folder = folder;
    }

    /** Where names and contents come from. */
    interface Sources {

        JsonMapper json();

        /** Null when there is none. */
        @Nullable
        FileView find(long fileId);

        void copy(long fileId, OutputStream out) throws IOException;

        String member(long memberId);
    }

    /** What stands above everything. */
    record Heading(String company, String made, ExportWords words) {}

    /** @param columns in the order in which they were first seen */
    private record Chapter(Path path, BufferedWriter lines, Set<String> columns) {}

    @Override
    public void row(String chapter, Map<String, ?> row) {
        try {
            Chapter open = chapters.get(chapter);
            if (open == null) {
                Path path = folder.resolve(chapter + ".lines");
                open = new Chapter(path, Files.newBufferedWriter(path), new LinkedHashSet<>());
                chapters.put(chapter, open);
            }
            Map<String, Object> sorted = new TreeMap<>(ExportWords.ORDER);
            row.forEach((name, value) -> {
                if (value != null && !"".equals(value)) {
                    sorted.put(name, value);
                }
            });
            open.columns().addAll(sorted.keySet());
            open.lines().write(sources.json().writeValueAsString(sorted));
            open.lines().write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String file(long fileId) {
        String known = files.get(fileId);
        if (known != null) {
            return known;
        }
        FileView view = sources.find(fileId);
        if (view == null || bytes + view.size() > FILES_MAX) {
            return "";
        }
        bytes += view.size();
        String path = "files/" + fileId + "-" + view.name().replaceAll("[^\\p{L}\\p{N}._-]", "_");
        files.put(fileId, path);
        return path;
    }

    @Override
    public String member(long memberId) {
        return members.computeIfAbsent(memberId, sources::member);
    }

    @Override
    public Locale locale() {
        return heading.words().locale();
    }

    /** The package, in the folder. */
    Path finish() throws IOException {
        for (Chapter chapter : chapters.values()) {
            chapter.lines().close();
        }
        Path made = folder.resolve("package.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
            entry(zip, "index.html", this::page);
            entry(zip, "data.json", this::document);
            for (Map.Entry<Long, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getValue()));
                sources.copy(file.getKey(), zip);
                zip.closeEntry();
            }
        }
        return made;
    }

    /** Writes one text of the package. */
    private interface Text {
        void write(Writer out) throws IOException;
    }

    private static void entry(ZipOutputStream zip, String name, Text text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        text.write(out);
        out.flush();
        zip.closeEntry();
    }

    private void document(Writer out) throws IOException {
        out.write("{\n\"company\": " + sources.json().writeValueAsString(heading.company()));
        out.write(",\n\"made\": " + sources.json().writeValueAsString(heading.made()));
        for (Map.Entry<String, Chapter> chapter : chapters.entrySet()) {
            out.write(",\n\"" + chapter.getKey() + "\": [\n");
            String between = "";
            try (BufferedReader lines =
                    Files.newBufferedReader(chapter.getValue().path())) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.write(between + line);
                    between = ",\n";
                }
            }
            out.write("\n]");
        }
        out.write("\n}\n");
    }

    private void page(Writer out) throws IOException {
        ExportPage page = new ExportPage(out, heading);
        page.begin(chapters.keySet());
        for (Map.Entry<String, Chapter> chapter : chapters.entrySet()) {
            page.chapter(chapter.getKey(), chapter.getValue().columns());
            try (BufferedReader lines =
                    Files.newBufferedReader(chapter.getValue().path())) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    page.row(Objects.requireNonNull(sources.json().readValue(line, ROW)));
                }
            }
            page.endChapter();
        }
        page.end();
    }

    @Override
    public void close() throws IOException {
        for (Chapter chapter : chapters.values()) {
            chapter.lines().close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
