package org.qiao.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer of GET /api/admin/system. */
record SystemView(
        Facts facts,
        Totals totals,
        List<Sample> samples,
        @Nullable List<SlowStatement> statements) {

    SystemView {
        samples = List.copyOf(samples);
        statements = statements == null ? null : List.copyOf(statements);
    }

    /**
     * What does not change from second to second.
     *
     * @param durability PostgreSQL settings that decide whether "committed" means "on disk and whole"
     * @param lastBackup when the last backup of this data folder was taken
     */
    record Facts(
            String version,
            Instant startedAt,
            String java,
            String postgres,
            int cores,
            long maxHeapBytes,
            long era,
            Map<String, String> durability,
            long databaseBytes,
            long fileBytes,
            long freeBytes,
            @Nullable Instant lastBackup,
            int dueJobs,
            int failingJobs) {

        Facts {
            durability = Map.copyOf(durability);
        }
    }

    /** Since the start. */
    record Totals(long refused, long busy, long slow, long behind, long resumed, long badFrames, long repeats) {}

    /** A statement as the database knows it: without any value. Milliseconds. */
    record SlowStatement(String text, long calls, double mean, double max, double total) {}
}
