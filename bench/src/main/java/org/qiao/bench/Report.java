package org.qiao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result as a table for people and as JSON for {@link Compare}. */
final class Report {

    private static final int NAME_WIDTH = 46;

    private Report() {}

    static void print(Map<String, Object> result, PrintStream out) {
        out.println();
        rows("", result, out);
        out.println();
    }

    private static void rows(String before, Map<?, ?> values, PrintStream out) {
        values.forEach((name, value) -> {
            String full = before + name;
            if (value instanceof Map<?, ?> inner) {
                if (isSmall(inner)) {
                    out.printf("%-" + NAME_WIDTH + "s %s%n", full, line(inner));
                } else {
                    rows(full + ".", inner, out);
                }
            } else {
                out.printf("%-" + NAME_WIDTH + "s %s%n", full, text(value));
            }
        });
    }

    /** Numbers that are read together: percentiles, shares. */
    private static boolean isSmall(Map<?, ?> map) {
        return map.size() <= 6 && map.values().stream().allMatch(Number.class::isInstance);
    }

    private static String line(Map<?, ?> map) {
        StringBuilder line = new StringBuilder();
        map.forEach((name, value) -> line.append(line.isEmpty() ? "" : "   ")
                .append(name)
                .append(' ')
                .append(text(value)));
        return line.toString();
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number) ? "%,d".formatted(number.longValue()) : number.toString();
        }
        return value instanceof Long number ? "%,d".formatted(number) : String.valueOf(value);
    }

    static void write(Map<String, Object> result, Path file) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.writeString(file, json.writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
