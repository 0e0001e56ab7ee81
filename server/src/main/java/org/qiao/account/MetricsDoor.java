package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who may read the numbers of the machine: a collector on it, or one that knows the token. */
@Component
class MetricsDoor {

    private final MetricsSettings settings;
    private final Clients clients;

    MetricsDoor(MetricsSettings settings, Clients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    boolean isOpenFor(HttpServletRequest request) {
        return clients.isLocal(request) || knowsToken(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private boolean knowsToken(@Nullable String header) {
        byte[] expected = ("Bearer " + settings.token()).getBytes(StandardCharsets.UTF_8);
        return header != null
                && !settings.token().isEmpty()
                && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
    }
}
