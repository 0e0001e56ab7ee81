package org.qiao.voice;

import java.util.Locale;

/** Reads the values of From, To, Contact, Route and Via: a URI and its parameters. */
final class SipAddress {

    private static final int URI_MAX = 512;

    private SipAddress() {}

    /** The URI of {@code "Li" <sip:li@host;lr>;tag=1} or of the bare form; empty when there is none. */
    static String uri(String value) {
        int open = bracket(value);
        String uri;
        if (open >= 0) {
            int close = value.indexOf('>', open);
            uri = close < 0 ? "" : value.substring(open + 1, close);
        } else {
            int semicolon = value.indexOf(';');
            uri = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        }
        return uri;
    }

    /** Whether a request may be sent to this URI: ours to print into a request line. */
    static boolean isUsable(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return uri.length() <= URI_MAX
                && (lower.startsWith("sip:") || lower.startsWith("sips:"))
                && uri.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"');
    }

    /** A parameter behind the URI, of Via too; empty when there is none. */
    static String parameter(String value, String name) {
        int open = bracket(value);
        int close = open < 0 ? 0 : Math.max(0, value.indexOf('>', open));
        for (String part : value.substring(close).split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return part.substring(equals + 1).strip();
            }
        }
        return "";
    }

    /** Where the URI begins, not fooled by a display name in quotes; -1 without brackets. */
    private static int bracket(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
