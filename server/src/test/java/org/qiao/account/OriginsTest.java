package org.qiao.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private final Origins origins = new Origins(
            new HttpSettings(List.of("https://Chat.example.com/"), List.of(), false, "", new HttpSettings.Metrics("")));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080, true",
        "http://LOCALHOST:8080, localhost:8080, true",
        "http://qiao.lan, qiao.lan, true",
        "http://qiao.lan:80, qiao.lan, true",
        "https://qiao.lan, qiao.lan:443, true",
        "https://qiao.lan, qiao.lan, true",
        "http://[::1]:8080, [::1]:8080, true",
        "https://chat.example.com, 10.0.0.5:8080, true",
        "http://localhost:8081, localhost:8080, false",
        "http://chat.example.com, 10.0.0.5:8080, false",
        "https://evil.example, qiao.lan, false",
        "https://qiao.lan.evil.example, qiao.lan, false",
        "https://qiao.lan@evil.example, qiao.lan, false",
        "file://qiao.lan, qiao.lan, false",
        "null, qiao.lan, false",
        "'', qiao.lan, false",
        "http://, qiao.lan, false",
        "'http://a b', qiao.lan, false",
    })
    void onlyTheOwnPageAndNamedOnesMayAct(String origin, String host, boolean allowed) {
        assertThat(origins.allows(origin, host)).isEqualTo(allowed);
    }

    @Test
    void aProgramSendsNoOriginAtAll() {
        assertThat(origins.allows(null, "qiao.lan")).isTrue();
        assertThat(origins.allows("http://qiao.lan", null)).isFalse();
    }

    @Test
    void theSocketListensOnAnotherPortOfTheSameHost() {
        assertThat(origins.allowsOnAnyPort("http://qiao.lan:8080", "qiao.lan:8081"))
                .isTrue();
        assertThat(origins.allowsOnAnyPort("http://evil.example:8081", "qiao.lan:8081"))
                .isFalse();
    }
}
