package org.qiao.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qiao.messaging.Oversight.Window;

/** Which times are covered. */
class CoverageTest {

    private static Window window(long from, @Nullable Long until) {
        return new Window(Instant.ofEpochSecond(from), until == null ? null : Instant.ofEpochSecond(until));
    }

    @Test
    void timesThatTouchAreOne() {
        assertThat(Coverage.union(List.of(window(5, 7L), window(1, 3L), window(3, 4L), window(9, 9L))))
                .containsExactly(window(1, 4L), window(5, 7L));
        assertThat(Coverage.union(List.of(window(1, null), window(2, 3L)))).containsExactly(window(1, null));
    }

    @Test
    void onlyWhatIsInBothIsCovered() {
        List<Window> agreed = List.of(window(10, 20L), window(30, null));
        List<Window> served = List.of(window(0, 15L), window(18, 40L));

        assertThat(Coverage.both(agreed, served)).containsExactly(window(10, 15L), window(18, 20L), window(30, 40L));
        assertThat(Coverage.both(agreed, List.of())).isEmpty();
        assertThat(Coverage.both(List.of(window(20, 30L)), agreed)).isEmpty();
    }
}
