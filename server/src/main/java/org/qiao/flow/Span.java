package org.qiao.flow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A length of time. @param working counts only in the company's working hours */
public record Span(@Min(1) @Max(Span.MAX_MINUTES) int minutes, boolean working) {

    /** A year. */
    public static final int MAX_MINUTES = 366 * 24 * 60;
}
