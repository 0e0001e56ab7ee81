package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    private static final List<String> CONFIGURED = List.of("https://chat.example.com");

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8081, true",
        "https://Qiao.Example, qiao.example:8081, true",
        "http://[::1]:8080, [::1]:8081, true",
        "http://10.0.0.5, 10.0.0.5:8081, true",
        "https://chat.example.com, 10.0.0.5:8081, true",
        "http://chat.example.com, 10.0.0.5:8081, false",
        "https://chat.example.com.evil.example, 10.0.0.5, false",
        "http://localhost.evil.example, localhost:8081, false",
        "http://evil.example:8081, localhost:8081, false",
        "http://user@localhost, localhost:8081, false",
        "null, null, false",
        "file:///etc, localhost:8081, false",
        "http://, localhost:8081, false",
        "'http://local host', localhost:8081, false",
        "http://localhost, 'a@localhost', false"
    })
    void onlyTheServersOwnHostAndConfiguredOrigins(String origin, String host, boolean own) {
        assertThat(UpgradeRequest.isOwnOrigin(origin, host, CONFIGURED)).isEqualTo(own);
    }

    @Test
    void whoNamesNoOriginIsNoBrowserPage() {
        assertThat(UpgradeRequest.isOwnOrigin(null, "localhost", CONFIGURED)).isFalse();
        assertThat(UpgradeRequest.isOwnOrigin("http://localhost", null, CONFIGURED))
                .isFalse();
    }
}
