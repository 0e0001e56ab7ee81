package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void theFolderIsMadeForItsOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.open(temp.resolve("a/b"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedUntilTheFirstEnds() {
        try (DataFolder folder = DataFolder.open(temp)) {
            assertThatThrownBy(() -> DataFolder.open(temp))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessage(
                            "The data folder %s is in use by another Qiao (process %d).",
                            folder.path(), ProcessHandle.current().pid());
        }

        DataFolder.open(temp).close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("The data folder " + file + " cannot be used");
    }

    @Test
    void aSecretIsNeverReadableByOthers() throws IOException {
        Path file = temp.resolve("secret");

        DataFolder.writeSecret(file, "one");
        DataFolder.writeSecret(file, "two");

        assertThat(Files.readString(file)).isEqualTo("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(temp.toFile().list()).containsExactly("secret");
    }
}
