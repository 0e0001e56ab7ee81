package org.qiao.customerprofile;

import org.jspecify.annotations.Nullable;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Filters as they stand in addresses and in segments: JSON. */
@Component
class FilterReading {

    private static final int TEXT_MAX = 8_000;

    private final JsonMapper json;

    FilterReading(JsonMapper json) {
        this.json = json;
    }

    LineFilter read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return LineFilter.NONE;
        }
        if (text.length() > TEXT_MAX) {
            throw CustomerprofileProblem.BAD_FILTER.problem("field", "filter");
        }
        try {
            LineFilter filter = json.readValue(text, LineFilter.class);
            return filter == null ? LineFilter.NONE : filter;
        } catch (JacksonException e) {
            throw e.getCause() instanceof Problem problem
                    ? problem
                    : CustomerprofileProblem.BAD_FILTER.problem("field", "filter");
        }
    }

    String write(LineFilter filter) {
        return json.writeValueAsString(filter);
    }
}
