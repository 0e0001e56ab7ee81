package org.qiao.dingrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.dingrule.Ladder.Step;
import org.qiao.dingrule.Ladder.Target;

class LadderTest {

    private static final Instant START = Instant.parse("2026-12-01T02:00:00Z");

    private static Step step(int minutes, Target target, Way... ways) {
        return new Step(minutes, Set.of(ways), target);
    }

    @Test
    void theStandardClimbsFromTheAppToTheDeputy() {
        Ladder standard = Ladder.STANDARD;

        assertThat(standard.isSound()).isTrue();
        assertThat(standard.steps()).extracting(Step::afterMinutes).containsExactly(0, 5, 10, 30);
        assertThat(standard.due(2, START)).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(standard.has(3)).isTrue();
        assertThat(standard.has(4)).isFalse();
        assertThat(standard.ways()).containsExactlyInAnyOrder(Way.values());
        assertThat(standard.count(Way.SMS)).as("stand-ins are not counted").isEqualTo(1);
    }

    @Test
    void aLadderBeginsAtOnceWithThePersonAndNeverGoesBack() {
        assertThat(new Ladder(List.of(step(1, Target.PERSON, Way.APP))).isSound())
                .isFalse();
        assertThat(new Ladder(List.of(step(0, Target.MANAGER, Way.APP))).isSound())
                .isFalse();
        assertThat(new Ladder(List.of(
                                step(0, Target.PERSON, Way.APP),
                                step(9, Target.PERSON, Way.SMS),
                                step(5, Target.PERSON, Way.VOICE)))
                        .isSound())
                .isFalse();
    }

    @Test
    void aNumberWithoutAnAccountStartsWithAnSmsAndKeepsTheDistances() {
        assertThat(Ladder.STANDARD.outside())
                .isEqualTo(new Ladder(List.of(step(0, Target.PERSON, Way.SMS), step(5, Target.PERSON, Way.VOICE))));
        assertThat(new Ladder(List.of(step(0, Target.PERSON, Way.APP))).outside())
                .isEqualTo(new Ladder(List.of(step(0, Target.PERSON, Way.SMS))));
        assertThat(new Ladder(List.of(step(0, Target.PERSON, Way.VOICE))).outside())
                .isEqualTo(new Ladder(List.of(step(0, Target.PERSON, Way.SMS, Way.VOICE))));
    }
}
