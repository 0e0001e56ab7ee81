package org.qiao.account;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the server is reached.
 *
 * @param origins further origins whose pages may call this server, for example "https://chat.example.com"; the server's own needs none
 * @param proxies addresses whose X-Forwarded-For and X-Forwarded-Proto are believed
 * @param secureCookies marks the cookie Secure even when a request looks like plain HTTP, for a proxy that does not say so
 * @param address where people reach it, for example "https://chat.example.com", used in QR codes; empty: as the request did
 * @param metrics who may read the numbers under /actuator from another machine
 */
@ConfigurationProperties("qiao")
public record HttpSettings(
        @DefaultValue List<String> origins,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> proxies,
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue("") String address,
        @DefaultValue Metrics metrics) {

    public HttpSettings {
        origins = List.copyOf(origins);
        proxies = List.copyOf(proxies);
    }

    /** @param token which a collector sends as bearer token; at least 16 characters, empty: only this machine reads them */
    public record Metrics(@DefaultValue("") String token) {

        private static final int SHORTEST = 16;

        public Metrics {
            if (!token.isEmpty() && token.length() < SHORTEST) {
                throw new IllegalArgumentException("qiao.metrics.token must have at least " + SHORTEST + " characters");
            }
        }
    }
}
