package org.qiao.workcalendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qiao.workcalendar.HolidayYear.HolidayDay;

/** Public holidays of the years that are announced. Immutable. */
final class Holidays {

    static final Holidays NONE = of(List.of());

    private final Map<Integer, HolidayYear> years;
    private final Map<LocalDate, HolidayDay> days;

    private Holidays(Map<Integer, HolidayYear> years) {
        this.years = years;
        Map<LocalDate, HolidayDay> all = new HashMap<>();
        // A year's own paper knows its days better than what its neighbours say of them.
        years.forEach((year, document) -> document.days().forEach(day -> {
            if (day.date().getYear() == year) {
                all.put(day.date(), day);
            } else {
                all.putIfAbsent(day.date(), day);
            }
        }));
        this.days = Map.copyOf(all);
    }

    static Holidays of(Collection<HolidayYear> documents) {
        Map<Integer, HolidayYear> years = new TreeMap<>();
        documents.forEach(document -> years.put(document.year(), document));
        return new Holidays(years);
    }

    /** These, with some years replaced or added. */
    Holidays with(Collection<HolidayYear> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<Integer, HolidayYear> all = new TreeMap<>(years);
        others.forEach(document -> all.put(document.year(), document));
        return new Holidays(all);
    }

    Map<Integer, HolidayYear> years() {
        return Collections.unmodifiableMap(years);
    }

    boolean isAnnounced(int year) {
        return years.containsKey(year);
    }

    @Nullable
    HolidayDay on(LocalDate date) {
        return days.get(date);
    }
}
