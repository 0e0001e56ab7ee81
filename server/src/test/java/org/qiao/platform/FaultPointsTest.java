package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That armed points work is seen in the tests of bench/, which run the program with them. */
class FaultPointsTest {

    @Test
    void withoutTheSwitchNothingIsEverDueOrBroken() {
        assertThat(System.getProperty("qiao.fault.folder")).isNull();

        for (String point : List.of("append.committed", "no/such/point", "")) {
            FaultPoints.reached(point);
            assertThat(FaultPoints.isDue(point)).isFalse();
            assertThat(FaultPoints.isBroken(point)).isFalse();
        }
    }
}
