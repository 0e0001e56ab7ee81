package org.qiao.messagenotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.messagenotice.TellRule.Moment;
import org.qiao.messagenotice.TellRule.Piece;
import org.qiao.messagenotice.TellRule.Verdict;

class TellRuleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static TellSettings settings(TellWhat what, boolean mutedMentions, @Nullable OwnHours hours) {
        return new TellSettings(what, hours, mutedMentions, true, true, LocalTime.of(8, 30));
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
    }

    /** Empty for nothing, "now", or the local time at which to look again. */
    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Tell _ -> "TELL";
            case Verdict.Quiet _ -> "QUIET";
            case Verdict.Later later ->
                later.at().atZone(SHANGHAI).toLocalDateTime().toString();
        };
    }

    @ParameterizedTest
    @CsvSource({
        // what, direct, mentioned, muted, muted mentions tell, verdict
        "ALL,      true,  false, false, true,  TELL",
        "ALL,      false, false, false, true,  TELL",
        "ALL,      false, true,  false, true,  TELL",
        "ALL,      true,  false, true,  true,  QUIET",
        "ALL,      false, false, true,  true,  QUIET",
        "ALL,      false, true,  true,  true,  TELL",
        "ALL,      true,  true,  true,  true,  TELL",
        "ALL,      false, true,  true,  false, QUIET",
        "MENTIONS, true,  false, false, true,  TELL",
        "MENTIONS, false, false, false, true,  QUIET",
        "MENTIONS, false, true,  false, true,  TELL",
        "MENTIONS, false, true,  false, false, TELL",
        "MENTIONS, true,  false, true,  true,  QUIET",
        "MENTIONS, false, true,  true,  true,  TELL",
        "MENTIONS, false, true,  true,  false, QUIET",
        "NOTHING,  true,  false, false, true,  QUIET",
        "NOTHING,  false, true,  false, true,  QUIET",
        "NOTHING,  false, true,  true,  true,  QUIET"
    })
    void whatIsWanted(
            TellWhat what, boolean direct, boolean mentioned, boolean muted, boolean mutedMentions, String verdict) {
        Wish wish = new Wish(settings(what, mutedMentions, null), true, null, SHANGHAI);

        Verdict found =
                TellRule.judge(new Piece(direct, mentioned, muted), wish, Moment.atLast(local("2026-11-27T10:00:00")));

        assertThat(word(found)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        // now (a Friday is the 27th), connected, quiet until, days, from, until, verdict
        "2026-11-27T10:00, false, ,                 ,            ,      ,      TELL",
        "2026-11-27T10:00, true,  ,                 ,            ,      ,      2026-11-27T10:00:20",
        "2026-11-27T10:00, false, 2026-11-27T11:30, ,            ,      ,      2026-11-27T11:30",
        "2026-11-27T10:00, true,  2026-11-27T11:30, ,            ,      ,      2026-11-27T11:30",
        "2026-11-27T10:00, false, 2026-11-27T10:00, ,            ,      ,      TELL",
        "2026-11-27T10:00, false, 2026-11-26T10:00, ,            ,      ,      TELL",
        "2026-11-27T10:00, false, ,                 FRIDAY,      09:00, 18:00, TELL",
        "2026-11-27T09:00, false, ,                 FRIDAY,      09:00, 18:00, TELL",
        "2026-11-27T18:00, false, ,                 FRIDAY,      09:00, 18:00, 2026-12-04T09:00",
        "2026-11-27T08:59, false, ,                 FRIDAY,      09:00, 18:00, 2026-11-27T09:00",
        "2026-11-27T08:59, true,  ,                 FRIDAY,      09:00, 18:00, 2026-11-27T09:00",
        "2026-11-27T20:00, false, ,                 MONDAY,      09:00, 18:00, 2026-11-30T09:00",
        "2026-11-27T17:59, true,  ,                 FRIDAY,      09:00, 18:00, 2026-11-27T17:59:20",
        "2026-11-27T10:00, false, 2026-11-27T19:00, FRIDAY;MONDAY, 09:00, 18:00, 2026-11-30T09:00",
        "2026-11-27T23:00, false, ,                 FRIDAY,      22:00, 06:00, TELL",
        "2026-11-28T05:59, false, ,                 FRIDAY,      22:00, 06:00, TELL",
        "2026-11-28T06:00, false, ,                 FRIDAY,      22:00, 06:00, 2026-12-04T22:00",
        "2026-11-27T05:00, false, ,                 FRIDAY,      22:00, 06:00, 2026-11-27T22:00"
    })
    void when(
            LocalDateTime now,
            boolean connected,
            @Nullable LocalDateTime quiet,
            @Nullable String days,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            String verdict) {
        OwnHours hours = days == null || from == null || until == null
                ? null
                : new OwnHours(
                        Arrays.stream(days.split(";")).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                        from,
                        until,
                        null);
        Wish wish = new Wish(
                settings(TellWhat.ALL, true, hours),
                true,
                quiet == null ? null : quiet.atZone(SHANGHAI).toInstant(),
                SHANGHAI);

        Verdict found = TellRule.judge(
                new Piece(true, false, false),
                wish,
                new Moment(now.atZone(SHANGHAI).toInstant(), connected, GRACE));

        assertThat(word(found)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00, 2026-11-27T17:00", // 02:00 in London
        "2026-11-27T17:00, TELL",
        "2026-11-28T00:59, TELL",
        "2026-11-28T01:00, 2026-12-04T17:00"
    })
    void ownHoursAreInTheOwnZone(LocalDateTime now, String verdict) {
        OwnHours london =
                new OwnHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), "Europe/London");
        Wish wish = new Wish(settings(TellWhat.ALL, true, london), true, null, SHANGHAI);

        Verdict found = TellRule.judge(
                new Piece(true, false, false),
                wish,
                Moment.atLast(now.atZone(SHANGHAI).toInstant()));

        assertThat(word(found)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:29:59, 08:30,       2026-11-27T08:30",
        "2026-11-27T08:30:00, 08:30,       2026-11-28T08:30",
        "2026-11-27T08:30:00, 08:30;18:00, 2026-11-27T18:00",
        "2026-11-27T18:00:00, 08:30;18:00, 2026-11-28T08:30"
    })
    void digestsComeOnceADay(LocalDateTime after, String times, LocalDateTime next) {
        Set<LocalTime> all =
                Arrays.stream(times.split(";")).map(LocalTime::parse).collect(Collectors.toSet());

        assertThat(Digests.next(after.atZone(SHANGHAI).toInstant(), SHANGHAI, all))
                .isEqualTo(next.atZone(SHANGHAI).toInstant());
    }
}
