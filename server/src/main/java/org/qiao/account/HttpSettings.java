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
 */
@ConfigurationProperties("qiao")
public record HttpSettings(
        @DefaultValue List<String> origins,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> proxies,
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue("") String address) {

    public HttpSettings {
        origins = List.copyOf(origins);
        proxies = List.copyOf(proxies);
    }
}
