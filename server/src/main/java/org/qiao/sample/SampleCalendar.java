package org.qiao.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The working days before now, Monday to Friday, day 0 being the last one that is over. So nothing of the sample lies in the
 * future, whenever it is loaded.
 */
final class SampleCalendar {

    static final int DAYS = 20;

    static final LocalTime OPENS = LocalTime.of(9, 0);

    private final ZoneId zone;
    private final List<LocalDate> days;

    private SampleCalendar(ZoneId zone, List<LocalDate> days) {
        this.zone = zone;
        this.days = days;
    }

    static SampleCalendar before(Instant now, ZoneId zone) {
        List<LocalDate> days = new ArrayList<>(DAYS);
        LocalDate day = now.atZone(zone).toLocalDate();
        for (; days.size() < DAYS; day = day.minusDays(1)) {
            boolean working = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            // The managers write until half past eight in the evening.
            boolean over = !day.atTime(21, 0).atZone(zone).toInstant().isAfter(now);
            if (working && over) {
                days.add(day);
            }
        }
        return new SampleCalendar(zone, days);
    }

    /** @param back working days before the last one, 0 to {@link #DAYS} - 1 */
    Instant at(int back, LocalTime time) {
        return days.get(back).atTime(time).atZone(zone).toInstant();
    }

    /** @param text "-3 09:15", or "w1 17:40" for the last working day of the week before that of the last one */
    Instant at(String text) {
        int space = text.indexOf(' ');
        String day = text.substring(0, space);
        int back = day.startsWith("w") ? weekEnd(Integer.parseInt(day.substring(1))) : -Integer.parseInt(day);
        return at(back, LocalTime.parse(text.substring(space + 1)));
    }

    LocalDate day(int back) {
        return days.get(back);
    }

    private int weekEnd(int weeks) {
        int back = 0;
        for (int found = 0; found < weeks; found += isWeekEnd(back) ? 1 : 0) {
            back++;
        }
        return back;
    }

    /** The next one lies in another week. */
    private boolean isWeekEnd(int back) {
        return days.get(back).getDayOfWeek().compareTo(days.get(back - 1).getDayOfWeek()) > 0;
    }

    /** Before anything happened. */
    Instant start() {
        return at(DAYS - 1, LocalTime.of(8, 30));
    }
}
