package org.qiao.workcalendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The public holidays that come with the program. Their source and licence stand beside them. */
@Component
class ShippedYears {

    private static final String FILES = "classpath*:org/qiao/workcalendar/cn-*.json";

    private final Holidays holidays;

    ShippedYears(JsonMapper json) {
        this.holidays = read(json);
    }

    Holidays holidays() {
        return holidays;
    }

    static Holidays read(JsonMapper json) {
        try {
            List<HolidayYear> years = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                try (InputStream in = file.getInputStream()) {
                    years.add(json.readValue(in, HolidayYear.class));
                }
            }
            return Holidays.of(years);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
