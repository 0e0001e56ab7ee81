package org.qiao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers of a message in their order. Names compare without case, and a compact form is the same as its long name. */
record SipHeaders(List<Header> all) {

    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("v", "via"),
            Map.entry("f", "from"),
            Map.entry("t", "to"),
            Map.entry("i", "call-id"),
            Map.entry("m", "contact"),
            Map.entry("c", "content-type"),
            Map.entry("l", "content-length"),
            Map.entry("e", "content-encoding"),
            Map.entry("k", "supported"),
            Map.entry("s", "subject"));

    SipHeaders {
        all = List.copyOf(all);
    }

    record Header(String name, String value) {

        boolean is(String other) {
            return canonical(name).equals(canonical(other));
        }
    }

    static SipHeaders of(Header... headers) {
        return new SipHeaders(List.of(headers));
    }

    private static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return LONG_NAMES.getOrDefault(lower, lower);
    }

    Optional<String> first(String name) {
        return all.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
    }

    /** The first value; empty when there is none. */
    String get(String name) {
        return first(name).orElse("");
    }

    /** Every value of a header that may be repeated or hold a list, one by one. */
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (Header header : all) {
            if (header.is(name)) {
                values.addAll(split(header.value()));
            }
        }
        return values;
    }

    /** Whole lines: challenges hold commas of their own. */
    List<String> lines(String name) {
        return all.stream().filter(header -> header.is(name)).map(Header::value).toList();
    }

    SipHeaders with(String name, String value) {
        List<Header> more = new ArrayList<>(all);
        more.add(new Header(name, value));
        return new SipHeaders(more);
    }

    /** Splits at commas that are neither in quotes nor in angle brackets. */
    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        boolean bracket = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"' && !bracket) {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracket = c == '<';
            } else if (c == ',' && !quoted && !bracket) {
                parts.add(value.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(value.substring(start).strip());
        return parts;
    }
}
