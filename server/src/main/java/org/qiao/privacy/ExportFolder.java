package org.qiao.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qiao.platform.DatabaseSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where packages are put together: inside the data folder, readable by nobody else; what a crash left there is gone at the next start. */
@Component
class ExportFolder {

    private final Path root;

    ExportFolder(DatabaseSettings settings) throws IOException {
        this.root = settings.data().toAbsolutePath().resolve("packages");
        FileSystemUtils.deleteRecursively(root);
        Files.createDirectories(root);
    }

    Path make() throws IOException {
        return Files.createTempDirectory(root, "person");
    }
}
