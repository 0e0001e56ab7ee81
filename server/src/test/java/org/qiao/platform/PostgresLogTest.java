package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLogTest {

    @TempDir
    Path folder;

    @Test
    void whatCannotBeWrittenIsRememberedAndWhatComesLaterIsWrittenAgain() throws IOException {
        Path later = folder.resolve("later");
        PostgresLog log = new PostgresLog(later.resolve("postgres.log"));

        log.copy(new Lines(List.of("FATAL:  no room\n", "there is room again\n"), later));

        assertThat(log.file()).content().isEqualTo("there is room again\n");
        assertThat(log.complaint()).isEqualTo("no room");
    }

    /** Makes the folder before the second line is read. */
    private static final class Lines extends InputStream {

        private final Iterator<String> lines;
        private final Path folder;
        private InputStream line;
        private boolean first = true;

        Lines(List<String> lines, Path folder) {
            this.lines = lines.iterator();
            this.folder = folder;
            this.line = InputStream.nullInputStream();
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("only portions");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = line.read(into, offset, length);
            if (count >= 0) {
                return count;
            }
            if (!lines.hasNext()) {
                return -1;
            }
            if (!first) {
                Files.createDirectory(folder);
            }
            first = false;
            line = new ByteArrayInputStream(lines.next().getBytes(StandardCharsets.UTF_8));
            return line.read(into, offset, length);
        }
    }
}
