package org.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final EnumSet<Fault> ALL = EnumSet.allOf(Fault.class);

    @Test
    void oneSeedIsOneOrder() {
        assertThat(Schedule.of(3, 40, ALL)).isEqualTo(Schedule.of(3, 40, ALL)).hasSize(40);
        assertThat(Schedule.of(4, 40, ALL)).isNotEqualTo(Schedule.of(3, 40, ALL));
    }

    @Test
    void everyFaultComesBeforeAnyComesTwice() {
        assertThat(Schedule.of(1, ALL.size(), ALL)).doesNotHaveDuplicates();
        assertThat(Schedule.of(1, 2 * ALL.size(), ALL)).containsAll(ALL);
    }

    @Test
    void theSmallDiskComesLast() {
        List<Fault> plan = Schedule.of(5, 3 * ALL.size(), ALL);

        assertThat(plan.subList(plan.size() - 3, plan.size())).containsOnly(Fault.FULL_DISK);
        assertThat(plan.subList(0, plan.size() - 3)).doesNotContain(Fault.FULL_DISK);
    }
}
