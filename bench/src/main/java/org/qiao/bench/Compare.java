package org.qiao.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two results side by side, and how many times the second is the first. */
final class Compare {

    private Compare() {}

    static int run(String[] files, PrintStream out) {
        if (files.length != 2) {
            throw new Misuse("compare needs two files of results.");
        }
        JsonNode before = read(files[0]);
        JsonNode after = read(files[1]);
        if (!before.path("scenario").equals(after.path("scenario"))) {
            throw new Misuse("These are results of different scenarios: "
                    + before.path("scenario").asString("none") + " and "
                    + after.path("scenario").asString("none") + ".");
        }
        Map<String, Double> old = numbers(before);
        Map<String, Double> fresh = numbers(after);
        out.printf("%-46s %14s %14s %8s%n", before.path("scenario").asString(""), "A", "B", "B / A");
        old.forEach((name, value) -> {
            Double other = fresh.get(name);
            if (other != null) {
                out.printf("%-46s %14s %14s %8s%n", name, plain(value), plain(other), ratio(value, other));
            }
        });
        return 0;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? "%,d".formatted((long) value) : Double.toString(value);
    }

    private static String ratio(double before, double after) {
        if (before == 0) {
            return after == 0 ? "=" : "–";
        }
        return "%.2f".formatted(after / before);
    }

    private static JsonNode read(String file) {
        try {
            return JsonMapper.builder().build().readTree(Files.readString(Path.of(file)));
        } catch (java.io.IOException | tools.jackson.core.JacksonException e) {
            throw new Misuse("\"" + file + "\" is no file of a result.");
        }
    }

    /** The measured ones, by path; circumstances are no results. */
    static Map<String, Double> numbers(JsonNode result) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        collect("", result, numbers);
        return numbers;
    }

    private static void collect(String before, JsonNode node, Map<String, Double> numbers) {
        node.propertyStream().forEach(member -> {
            String name = before + member.getKey();
            if (member.getValue().isNumber()) {
                numbers.put(name, member.getValue().asDouble());
            } else if (member.getValue().isObject() && !name.equals("circumstances")) {
                collect(name + ".", member.getValue(), numbers);
            }
        });
    }
}
