package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainTest {

    @ParameterizedTest
    @CsvSource({"0, 1000", "2, 1000", "500, 5000", "3000, 30000", "100000, 30000"})
    void manyClientsComeBackSpreadOverHalfAMinuteAndFewAtOnce(int connections, int spreadMs) {
        assertThat(Drain.spreadMs(connections)).isEqualTo(spreadMs);
    }
}
