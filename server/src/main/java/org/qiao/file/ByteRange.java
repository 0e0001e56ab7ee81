package org.qiao.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110, 14.1.2).
 *
 * @param first and {@code last} are both included
 */
record ByteRange(long first, long last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range lies outside the file. */
    static final class Unsatisfiable extends Exception {
        Unsatisfiable() {
            super(null, null, false, false);
        }
    }

    /** Empty: send everything. So it is for several ranges and for a header that is no range: both may be ignored. */
    static Optional<ByteRange> parse(@Nullable String header, long size) throws Unsatisfiable {
        if (header == null) {
            return Optional.empty();
        }
        Matcher range = SINGLE.matcher(header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Long.parseLong(range.group(2));
            return of(Math.max(0, size - suffix), suffix == 0 ? -1 : size - 1, size);
        }
        long first = Long.parseLong(range.group(1));
        if (range.group(2).isEmpty()) {
            return of(first, size - 1, size);
        }
        long last = Long.parseLong(range.group(2));
        return last < first ? Optional.empty() : of(first, Math.min(last, size - 1), size);
    }

    long length() {
        return last - first + 1;
    }

    private static Optional<ByteRange> of(long first, long last, long size) throws Unsatisfiable {
        if (first >= size || last < first) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first, last));
    }
}
