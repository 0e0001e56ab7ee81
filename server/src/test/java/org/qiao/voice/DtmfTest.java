package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DtmfTest {

    @Test
    void sixteenKeysComeAsEvents() {
        for (int event = 0; event < 16; event++) {
            assertThat(Keys.ofEvent(new byte[] {(byte) event, 10, 0, (byte) 160}))
                    .contains("0123456789*#ABCD".charAt(event));
        }
    }

    @Test
    void otherEventsAndFragmentsAreNoKeys() {
        assertThat(Keys.ofEvent(new byte[] {16, 10, 0, 0})).as("hook flash").isEmpty();
        assertThat(Keys.ofEvent(new byte[] {(byte) 0xff, 10, 0, 0})).isEmpty();
        assertThat(Keys.ofEvent(new byte[] {1, 10, 0})).isEmpty();
        assertThat(Keys.ofEvent(new byte[0])).isEmpty();
    }

    @Test
    void infoTellsKeysInTwoForms() {
        assertThat(info("application/dtmf-relay", "Signal=1\r\nDuration=160\r\n"))
                .contains('1');
        assertThat(info("Application/DTMF-Relay; charset=utf-8", "signal = 5 \n"))
                .contains('5');
        assertThat(info("application/dtmf", "#")).contains('#');
    }

    @Test
    void otherInfosAreNoKeys() {
        assertThat(info("application/dtmf-relay", "Signal=11\r\n")).isEmpty();
        assertThat(info("application/dtmf-relay", "Duration=160\r\n")).isEmpty();
        assertThat(info("application/dtmf-relay", "")).isEmpty();
        assertThat(info("application/media_control+xml", "1")).isEmpty();
        assertThat(info("", "1")).isEmpty();
    }

    private static Optional<Character> info(String type, String body) {
        SipHeaders headers = SipHeaders.of(new SipHeaders.Header("c", type));
        return Keys.ofInfo(new SipRequest("INFO", "sip:us", headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
