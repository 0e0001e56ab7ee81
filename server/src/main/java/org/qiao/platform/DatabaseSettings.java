package org.qiao.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param data the folder of the embedded database, of files and of secrets
 * @param database an outside PostgreSQL (version 15 or newer) when its url is not empty
 */
@ConfigurationProperties("qiao")
public record DatabaseSettings(
        @DefaultValue(".qiao") Path data, @DefaultValue Connection database) {

    public record Connection(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("12") int poolSize) {

        /** The same pool, aimed at another server. */
        Connection to(String otherUrl, String otherUser, String otherPassword) {
            return new Connection(otherUrl, otherUser, otherPassword, poolSize);
        }
    }
}
