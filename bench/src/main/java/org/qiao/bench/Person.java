package org.qiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Somebody who is signed in on the server under test. */
record Person(long id, String token) {

    /** "id token" lines, as the server writes them for its crowd; the first one owns the company. */
    static List<Person> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+"))
                    .map(words -> new Person(Long.parseLong(words[0]), words[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Misuse(file + " is no file of tokens: each line holds an id and a token.");
        }
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
