package org.qiao.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup is: {@code manifest.json}. The checksums of all files, this one included, are in {@code SHA256SUMS}.
 *
 * @param format of the folder; another program version may know only older ones
 * @param program version that wrote it
 * @param at when its snapshot was taken
 * @param era of the database; a restore raises it
 * @param migrations scripts that had made the tables, in their order
 * @param files how many files, without those of the database
 */
record Manifest(
        int format,
        String program,
        String postgres,
        Instant at,
        long era,
        List<String> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        long files) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** One table: its columns in the order of the file, and how many rows. */
    record Table(String name, List<String> columns, long rows) {

        Table {
            columns = List.copyOf(columns);
        }

        String file() {
            return "database/" + name + ".copy.gz";
        }
    }

    /** @param last the last number it gave; null when it never gave one */
    record Sequence(String name, @Nullable Long last) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
