package org.qiao.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of the repository with its text. */
record SourceFile(Path path, List<String> lines) {

    static final Path REPOSITORY = repository();

    static List<SourceFile> under(String folder, String... endings) {
        Path root = REPOSITORY.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(Files::isRegularFile)
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public String toString() {
        return REPOSITORY.relativize(path).toString();
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("server") ? here.getParent() : here;
    }
}
