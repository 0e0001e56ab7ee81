package org.qiao.noticepush;

import java.io.IOException;
import org.qiao.platform.DatabaseSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What Web Push needs once for the server. */
@Configuration
class PushConfig {

    @Bean
    VapidKeys vapidKeys(DatabaseSettings settings, JsonMapper json) throws IOException {
        return VapidKeys.read(settings.data().resolve("keys/vapid.key"), json);
    }

    @Bean
    PushAddresses pushAddresses(@Value("${qiao.notice.push-own-network:false}") boolean ownNetwork) {
        return new PushAddresses(ownNetwork);
    }
}
