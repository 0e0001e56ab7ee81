package org.qiao.card;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a card says for ever: in lists, quotes and searches, and wherever its module's own view is missing. Texts that are too long
 * are cut, and what is no letter becomes a blank; a wrong type or link is a mistake of the module.
 *
 * @param type the owning module's word for the subject, as "approval"; also the topic of its hints
 * @param id the subject in that module
 * @param title one line, at most 100 characters
 * @param lines at most three facts
 * @param link a place in the client, as "/approvals/123"
 */
public record CardSummary(String type, long id, String title, List<Line> lines, String link) {

    private static final int TITLE = 100;
    private static final int LABEL = 20;
    private static final int VALUE = 100;
    private static final int LINES = 3;
    private static final int LINK = 200;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern PLACE = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_?=&.-]*");

    public CardSummary {
        if (!TYPE.matcher(type).matches()
                || id < 1
                || lines.size() > LINES
                || link.length() > LINK
                || !PLACE.matcher(link).matches()) {
            throw new IllegalArgumentException("No card: %s %d with %d lines".formatted(type, id, lines.size()));
        }
        title = clean(title, TITLE);
        lines = List.copyOf(lines);
    }

    /** A fact. */
    public record Line(String label, String value) {

        public Line {
            label = clean(label, LABEL);
            value = clean(value, VALUE);
        }
    }

    /** One line that every database and every client can hold. */
    private static String clean(String text, int most) {
        StringBuilder clean = new StringBuilder();
        text.strip().codePoints().limit(most + 1L).forEach(c -> {
            boolean odd = Character.isISOControl(c) || c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
            clean.appendCodePoint(odd ? ' ' : c);
        });
        if (clean.codePointCount(0, clean.length()) > most) {
            clean.setLength(clean.offsetByCodePoints(0, most - 1));
            clean.append('…');
        }
        return clean.toString();
    }

    /** The same subject under the same key is a repeat. */
    String subject() {
        return type + ":" + id;
    }
}
