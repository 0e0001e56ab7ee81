package org.qiao.contactway;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.contactway.WayContent.WayPerson;
import org.qiao.contactway.WayContent.WayWelcome;

class WayContentTest {

    private static final WaySlot DAY =
            new WaySlot(Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), time("09:00"), time("18:00"), Set.of(1L));
    private static final WaySlot NIGHT = new WaySlot(Set.of(FRIDAY), time("22:00"), time("06:00"), Set.of(2L));
    private static final WaySlot EVENING = new WaySlot(Set.of(FRIDAY), time("18:00"), time("00:00"), Set.of(3L));

    /** 2026-11-27 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:59, ''",
        "2026-11-27T09:00, 1",
        "2026-11-27T17:59, 1",
        "2026-11-27T18:00, 3",
        "2026-11-27T22:00, 2 3",
        "2026-11-27T23:59, 2 3",
        "2026-11-28T00:00, 2",
        "2026-11-28T05:59, 2",
        "2026-11-28T06:00, ''",
    })
    void whoServesWhen(LocalDateTime at, String expected) {
        List<Long> serving = content(DAY, NIGHT, EVENING).onDuty(at).stream()
                .map(WayPerson::memberId)
                .toList();

        assertThat(String.join(" ", serving.stream().map(Object::toString).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00, 2026-11-27T09:00",
        "2026-11-27T09:00, 2026-11-27T18:00",
        "2026-11-27T19:00, 2026-11-27T22:00",
        "2026-11-27T23:00, 2026-11-28T00:00", // new caps
        "2026-11-28T12:00, 2026-11-29T00:00",
    })
    void theNextChance(LocalDateTime after, LocalDateTime expected) {
        assertThat(content(DAY, NIGHT, EVENING).nextChance(after)).isEqualTo(expected);
    }

    @Test
    void withoutSlotsEverybodyServesAlways() {
        assertThat(content().onDuty(LocalDateTime.parse("2026-11-29T03:00"))).hasSize(3);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThat(content(DAY).isSound()).isTrue();
        assertThat(content(new WaySlot(Set.of(MONDAY), time("09:00"), time("09:00"), Set.of(1L)))
                        .isSound())
                .isFalse();
        assertThat(content(new WaySlot(Set.of(MONDAY), time("09:00"), time("10:00"), Set.of(9L)))
                        .isSound())
                .isFalse();
        assertThat(people(new WayPerson(1, 5), new WayPerson(1, 6)).isSound()).isFalse();
        assertThat(people().isSound()).isFalse();
    }

    @Test
    void theNicknameIsPutIn() {
        assertThat(new WayWelcome("{nickname}，您好", List.of()).textFor("李女士")).isEqualTo("李女士，您好");
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    private static WayContent content(WaySlot... slots) {
        return new WayContent(
                List.of(new WayPerson(1, null), new WayPerson(2, null), new WayPerson(3, null)),
                List.of(slots),
                List.of(),
                List.of(),
                List.of(),
                null,
                true,
                false);
    }

    private static WayContent people(WayPerson... people) {
        return new WayContent(List.of(people), List.of(), List.of(), List.of(), List.of(), null, true, false);
    }
}
