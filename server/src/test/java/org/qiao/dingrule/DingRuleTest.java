package org.qiao.dingrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.dingrule.Way.APP;
import static org.qiao.dingrule.Way.EMAIL;
import static org.qiao.dingrule.Way.PUSH;
import static org.qiao.dingrule.Way.SMS;
import static org.qiao.dingrule.Way.VOICE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.dingrule.DingRule.Answer;
import org.qiao.dingrule.DingRule.Grant;
import org.qiao.dingrule.DingRule.Mode;
import org.qiao.dingrule.DingRule.People;
import org.qiao.dingrule.DingRule.Reason;
import org.qiao.dingrule.DingRule.Shield;

class DingRuleTest {

    private static final long SENDER = 1;
    private static final long OTHER_SENDER = 2;
    private static final long WORKER = 10;
    private static final long BOSS = 11;
    private static final Set<Way> ALL = Set.of(Way.values());

    private static final Grant EVERYTHING = new Grant(People.EVERYONE, People.EVERYONE, ALL);
    private static final DingRule OPEN = new DingRule(List.of(EVERYTHING), Map.of());

    private static People some(long... members) {
        return new People(
                false, Set.copyOf(java.util.Arrays.stream(members).boxed().toList()));
    }

    @Test
    void byDefaultEverybodyReachesEverybodyByEveryWayThatWasAskedFor() {
        assertThat(OPEN.judge(SENDER, WORKER, Set.of(APP, SMS))).isEqualTo(new Answer(Set.of(APP, SMS), null));
    }

    @Test
    void theWaysOfAllGrantsThatFitAddUp() {
        DingRule rule = new DingRule(
                List.of(
                        new Grant(People.EVERYONE, People.EVERYONE, Set.of(APP, PUSH)),
                        new Grant(some(SENDER), some(WORKER), Set.of(VOICE)),
                        new Grant(some(OTHER_SENDER), People.EVERYONE, Set.of(EMAIL))),
                Map.of());

        assertThat(rule.judge(SENDER, WORKER, ALL).ways()).containsExactlyInAnyOrder(APP, PUSH, VOICE);
        assertThat(rule.judge(SENDER, BOSS, ALL).ways()).containsExactlyInAnyOrder(APP, PUSH);
        assertThat(rule.judge(OTHER_SENDER, WORKER, ALL).ways()).containsExactlyInAnyOrder(APP, PUSH, EMAIL);
    }

    @Test
    void lessThanWasAskedForHasAReason() {
        DingRule rule = new DingRule(List.of(new Grant(People.EVERYONE, People.EVERYONE, Set.of(APP))), Map.of());

        assertThat(rule.judge(SENDER, WORKER, Set.of(APP, SMS)).reason()).isEqualTo(Reason.NO_RULE);
        assertThat(new DingRule(List.of(), Map.of()).judge(SENDER, WORKER, ALL))
                .isEqualTo(new Answer(Set.of(), Reason.NO_RULE));
    }

    @Test
    void protectedPeopleAreReachedByTheirWhiteListOnly() {
        DingRule rule = new DingRule(List.of(EVERYTHING), Map.of(BOSS, new Shield(Mode.REFUSE, Set.of(OTHER_SENDER))));

        assertThat(rule.judge(SENDER, BOSS, ALL)).isEqualTo(new Answer(Set.of(), Reason.PROTECTED));
        assertThat(rule.judge(OTHER_SENDER, BOSS, ALL)).isEqualTo(new Answer(ALL, null));
        assertThat(rule.judge(SENDER, WORKER, ALL).ways()).isEqualTo(ALL);
    }

    @Test
    void aMilderShieldLeavesTheApp() {
        DingRule rule = new DingRule(List.of(EVERYTHING), Map.of(BOSS, new Shield(Mode.APP_ONLY, Set.of())));

        assertThat(rule.judge(SENDER, BOSS, ALL)).isEqualTo(new Answer(Set.of(APP), Reason.PROTECTED));
        assertThat(rule.judge(SENDER, BOSS, Set.of(SMS))).isEqualTo(new Answer(Set.of(), Reason.PROTECTED));
    }

    @Test
    void numbersWithoutAnAccountAreInEveryoneOnly() {
        DingRule rule = new DingRule(
                List.of(
                        new Grant(People.EVERYONE, some(WORKER), Set.of(VOICE)),
                        new Grant(some(SENDER), People.EVERYONE, Set.of(SMS))),
                Map.of());

        assertThat(rule.judge(SENDER, null, ALL).ways()).containsExactly(SMS);
        assertThat(rule.judge(OTHER_SENDER, null, ALL).ways()).isEmpty();
    }
}
