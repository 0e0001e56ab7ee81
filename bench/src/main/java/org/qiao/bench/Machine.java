package org.qiao.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which circumstances a number was measured. */
final class Machine {

    private static final String REMOTE = "unknown (remote)";
    private static final List<String> DURABILITY =
            List.of("fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "data_checksums");

    private Machine() {}

    static Map<String, Object> describe(Options options, @Nullable LocalServer server) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "date",
                OffsetDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        facts.put("hardware", first(Processes.read("/proc/cpuinfo"), "model name\\s*: (.*)"));
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memory_mb", Processes.kilobytes("/proc/meminfo").getOrDefault("MemTotal", 0L) / 1024);
        facts.put("kernel", first(Processes.read("/proc/version"), "version (\\S+)"));
        facts.put("load_average", first(Processes.read("/proc/loadavg"), "^(\\S+ \\S+ \\S+)"));
        int characters = options.number("payload", Payload.CHARACTERS);
        facts.put("payload_characters", characters);
        facts.put("payload_bytes", Payload.bytes(characters));
        facts.put("generator_jvm", Runtime.version().toString());
        if (server == null) {
            facts.put("server", options.find("url").orElse(REMOTE));
            facts.put("jvm", REMOTE);
            facts.put("database", REMOTE);
            facts.put("fsync_policy", REMOTE);
        } else {
            facts.put("jvm", Runtime.version().toString());
            facts.put("jvm_flags", String.join(" ", server.launch().flags()));
            facts.put("limits_lifted", Scenario.LIFTED.equals(server.launch().properties()) ? "yes" : "partly");
            facts.put("settings", server.launch().properties());
            facts.put("database", version(server.data()));
            facts.put("fsync_policy", durability(server.data()));
        }
        return facts;
    }

    private static String version(Path data) {
        String options =
                Processes.read(data.resolve("database/data/postmaster.opts").toString());
        String program = options.split(" ", 2)[0];
        String version = program.isBlank()
                ? ""
                : Commands.run(List.of(program, "--version")).strip();
        return version.isBlank()
                ? "PostgreSQL "
                        + Processes.read(
                                        data.resolve("database/data/PG_VERSION").toString())
                                .strip()
                : version;
    }

    /** As the configuration files say; what they do not name has PostgreSQL's default. The server itself refuses to start unsynced. */
    private static Map<String, String> durability(Path data) {
        Map<String, String> policy = new LinkedHashMap<>();
        DURABILITY.forEach(name -> policy.put(name, name.equals("wal_sync_method") ? "default" : "on (default)"));
        for (String file :
                List.of("database/postgresql.conf", "database/custom.conf", "database/data/postgresql.auto.conf")) {
            Path path = data.resolve(file);
            if (Files.exists(path)) {
                String text = Processes.read(path.toString());
                for (String name : DURABILITY) {
                    String value = first(text, "(?m)^\\s*" + name + "\\s*=\\s*'?([a-z_]+)");
                    if (!value.isEmpty()) {
                        policy.put(name, value);
                    }
                }
            }
        }
        return policy;
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
