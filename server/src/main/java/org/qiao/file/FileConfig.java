package org.qiao.file;

import java.io.IOException;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.SecretKeyFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the data folder's part for files and cleans up behind a crash before anybody can upload. */
@Configuration
class FileConfig {

    @Bean
    BlobFolder blobFolder(DatabaseSettings settings, FileStore store) throws IOException {
        BlobFolder folder = new BlobFolder(settings.data().toAbsolutePath().resolve("files"));
        folder.sweep((orgId, sha256) -> store.findBlob(orgId, sha256).isPresent());
        return folder;
    }

    @Bean
    Tickets tickets(DatabaseSettings settings, FileSettings files) throws IOException {
        byte[] key = SecretKeyFile.read(
                settings.data().resolve("keys/file-ticket.key"), "open download links become invalid");
        return new Tickets(key, files.ticketLife());
    }
}
