package org.qiao.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.platform.Problem;

class BlobFolderTest {

    private static final long ORG = 7;

    @TempDir
    Path root;

    private BlobFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new BlobFolder(root);
    }

    @Test
    void anUploadThatIsNotKeptLeavesNothing() throws IOException {
        receive("text").close();

        assertThat(files()).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 200_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> folder.receive(broken, 1_000_000).close())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.is(FileProblem.INCOMPLETE)).isTrue());
        assertThat(files()).isEmpty();
    }

    @Test
    void oneByteTooMuchIsRefusedAndLeavesNothing() throws IOException {
        ByteArrayInputStream content = new ByteArrayInputStream(new byte[101]);

        assertThatThrownBy(() -> folder.receive(content, 100).close())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.is(FileProblem.TOO_LARGE)).isTrue());
        assertThat(files()).isEmpty();
    }

    @Test
    void aKeptUploadLiesUnderTheHashOfItsContent() throws IOException {
        try (Upload upload = receive("text");
                BlobFolder.Intent intent = folder.keep(ORG, upload, new Picture.Preview("image/png", new byte[] {1}))) {
            intent.fulfilled();
        }

        String hash = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";
        assertThat(files()).containsExactly("7/98/2d/" + hash, "7/98/2d/" + hash + ".thumb");
    }

    @Test
    void whatACrashLeavesBehindIsSweptAndWhatTheDatabaseKnowsStays() throws IOException {
        keepWithoutEnd("crashed before the row");
        keepWithoutEnd("crashed after the row");
        Files.writeString(root.resolve("incoming/half.part"), "half");
        byte[] known;
        try (Upload upload = receive("crashed after the row")) {
            known = upload.sha256();
        }

        folder.sweep((orgId, sha256) -> orgId == ORG && java.util.Arrays.equals(sha256, known));

        assertThat(files()).hasSize(2).allMatch(file -> file.startsWith("7/"));
        assertThat(folder.holds(ORG, known)).isTrue();
    }

    /** The intent is never fulfilled, as when the process dies here. */
    private void keepWithoutEnd(String content) throws IOException {
        try (Upload upload = receive(content)) {
            folder.keep(ORG, upload, new Picture.Preview("image/png", new byte[] {1}))
                    .close();
        }
    }

    private Upload receive(String content) throws IOException {
        return folder.receive(new ByteArrayInputStream(content.getBytes(UTF_8)), 1000);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
