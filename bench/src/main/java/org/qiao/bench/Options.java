package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after {@code ./qiao bench}.
 *
 * @param values by name without the dashes
 * @param settings of the server, from --set
 */
record Options(String scenario, Map<String, String> values, Map<String, String> settings) {

    private static final Set<String> NUMBERS = Set.of(
            "pairs",
            "members",
            "connections",
            "seconds",
            "warmup",
            "pipeline",
            "senders",
            "rate",
            "payload",
            "at-once",
            "conversations",
            "in-flight",
            "missed",
            "times",
            "customers",
            "employees",
            "cycles",
            "seed",
            "stop-seconds");
    private static final Set<String> TEXTS = Set.of("url", "tokens", "json");
    private static final Set<String> FLAGS = Set.of("no-half", "sockets");

    static Options parse(List<String> words) {
        if (words.isEmpty()) {
            throw new Misuse("Say which scenario.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                throw new Misuse("\"" + word + "\" is no option.");
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (FLAGS.contains(name)) {
                values.put(name, "true");
                continue;
            }
            if (equals < 0 && i + 1 >= words.size()) {
                throw new Misuse("--" + name + " needs a value.");
            }
            String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
            if (name.equals("set")) {
                set(settings, value);
            } else {
                values.put(checked(name, value), value);
            }
        }
        if (values.containsKey("url") != values.containsKey("tokens")) {
            throw new Misuse("--url and --tokens go together.");
        }
        return new Options(words.getFirst(), values, settings);
    }

    private static void set(Map<String, String> settings, String value) {
        int equals = value.indexOf('=');
        if (equals < 1) {
            throw new Misuse("--set needs name=value, not \"" + value + "\".");
        }
        settings.put(value.substring(0, equals), value.substring(equals + 1));
    }

    private static String checked(String name, String value) {
        if (NUMBERS.contains(name)) {
            if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) == 0 && !name.equals("warmup")) {
                throw new Misuse("--" + name + " needs a number above 0, not \"" + value + "\".");
            }
        } else if (!TEXTS.contains(name)) {
            throw new Misuse("There is no option --" + name + ".");
        }
        return name;
    }

    /** What a scenario takes when nobody says otherwise. */
    Options or(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.putIfAbsent(name, value);
        return new Options(scenario, more, settings);
    }

    int number(String name, int otherwise) {
        return find(name).map(Integer::parseInt).orElse(otherwise);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
