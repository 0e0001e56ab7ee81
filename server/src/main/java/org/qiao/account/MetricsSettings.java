package org.qiao.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param token with which a collector on another machine may read /actuator; at least 16 characters, empty: nobody elsewhere */
@ConfigurationProperties("qiao.metrics")
record MetricsSettings(@DefaultValue("") String token) {

    private static final int SHORTEST = 16;

    MetricsSettings {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException("qiao.metrics.token must have at least " + SHORTEST + " characters");
        }
    }
}
