package org.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeterTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void onlyWhatHappensInTheWindowCounts() {
        Meter meter = new Meter();
        meter.acked(0, SECOND);
        meter.start(2 * SECOND);
        meter.acked(1 * SECOND, 2 * SECOND);
        meter.acked(3 * SECOND, 3 * SECOND + 5_000_000);
        meter.stop(4 * SECOND);
        meter.acked(3 * SECOND, 5 * SECOND);

        assertThat(meter.acked()).isEqualTo(2);
        assertThat(meter.seconds()).isEqualTo(2);
    }

    @Test
    void anAnswerAfterTheWindowCountsWithAllItsWaiting() {
        Meter meter = new Meter();
        meter.start(0);
        meter.stop(2 * SECOND);
        meter.acked(SECOND, 9 * SECOND);

        assertThat(meter.ack.getMaxValue() / 1e6).isCloseTo(8, within(0.1));
    }

    @Test
    void numbersKeepFourDigitsThatCount() {
        assertThat(Numbers.round(123_456.7)).isEqualTo(123_457);
        assertThat(Numbers.round(12.34567)).isEqualTo(12.35);
        assertThat(Numbers.round(0.000123456)).isEqualTo(0.0001235);
        assertThat(Numbers.round(Double.NaN)).isZero();
    }
}
