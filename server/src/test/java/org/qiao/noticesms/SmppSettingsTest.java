package org.qiao.noticesms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.Problem;
import org.qiao.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

class SmppSettingsTest {

    private final SmppCarrier carrier = new SmppCarrier(
            JsonMapper.builder().build(),
            OutboundNetworks.of("127.0.0.0/8", "::1"),
            new RecordingInbound(),
            new TestClock(),
            SmppTimes.STANDARD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=''",
                "host='a b'",
                "host='http://x'",
                "port=0",
                "port=65536",
                "systemId=''",
                "systemId='1234567890123456'",
                "password='123456789'",
                "sourceAddress='公司'",
                "sourceTon=7",
                "sourceNpi=2",
                "destTon=-1",
                "windowSize=0",
                "windowSize=51",
                "encoding='EBCDIC'",
                "numbers='x'",
                "tls='perhaps'",
                "signature='a\\nb'"
            })
    void settingsThatCannotWorkAreRefusedByName(String wrong) {
        String field = wrong.substring(0, wrong.indexOf('='));
        String value = wrong.substring(wrong.indexOf('=') + 1).replace('\'', '"');
        String settings = "{\"host\":\"sms.example\",\"systemId\":\"qiao\",\"password\":\"secret\",\"" + field + "\":"
                + value + "}";

        assertThatThrownBy(() -> carrier.check(settings)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("notice.bad_settings");
            assertThat(problem.params()).containsEntry("field", field);
        });
    }

    @Test
    void settingsHaveOneForm() {
        String checked = carrier.check("{\"host\":\" sms.example \",\"systemId\":\"qiao\",\"password\":\"secret\","
                + "\"sourceAddress\":\"Qiao\"}");

        assertThat(checked)
                .contains("\"host\":\"sms.example\"", "\"port\":2775", "\"sourceTon\":5", "\"windowSize\":10");
        assertThat(carrier.check(checked)).isEqualTo(checked);
        for (String nonsense : List.of("", "null", "[]", "{", "1")) {
            assertThatThrownBy(() -> carrier.check(nonsense)).isInstanceOf(Problem.class);
        }
    }
}
