package org.qiao.noticemail;

import java.io.IOException;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.SecretKeyFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that tells our own mails when they come back. */
@Configuration
class MailConfig {

    @Bean
    MailIds mailIds(DatabaseSettings settings) throws IOException {
        return new MailIds(SecretKeyFile.read(
                settings.data().resolve("keys/mail.key"), "mails sent before are not recognised when they come back"));
    }
}
