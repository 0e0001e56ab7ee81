package org.qiao.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.audience.StartRange.StartExcept;
import org.qiao.audience.StartRange.Starter;

/** Person 1 is in department 11 below 10 and has role 21. */
class StartRangeTest {

    private static final Starter PERSON = new Starter(1, Set.of(10L, 11L), Set.of(21L));

    private static StartRange range(Set<Long> departments, Set<Long> roles, Set<Long> members) {
        return new StartRange(false, departments, roles, members, null);
    }

    @Test
    void anyOfThePartsIsEnough() {
        assertThat(StartRange.EVERYONE.holds(PERSON)).isTrue();
        assertThat(range(Set.of(10L), Set.of(), Set.of()).holds(PERSON)).isTrue();
        assertThat(range(Set.of(), Set.of(21L), Set.of()).holds(PERSON)).isTrue();
        assertThat(range(Set.of(), Set.of(), Set.of(1L)).holds(PERSON)).isTrue();
        assertThat(range(Set.of(12L), Set.of(22L), Set.of(2L)).holds(PERSON)).isFalse();
        assertThat(range(Set.of(), Set.of(), Set.of()).holds(PERSON)).isFalse();
    }

    @Test
    void anExceptionOutweighsEverything() {
        assertThat(except(new StartExcept(Set.of(), Set.of(), Set.of(1L)))).isFalse();
        assertThat(except(new StartExcept(Set.of(11L), Set.of(), Set.of()))).isFalse();
        assertThat(except(new StartExcept(Set.of(), Set.of(21L), Set.of()))).isFalse();
        assertThat(except(new StartExcept(Set.of(12L), Set.of(22L), Set.of(2L))))
                .isTrue();
    }

    private static boolean except(StartExcept except) {
        return new StartRange(true, Set.of(), Set.of(), Set.of(), except).holds(PERSON);
    }
}
