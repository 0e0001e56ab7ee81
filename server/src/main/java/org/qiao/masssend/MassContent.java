package org.qiao.masssend;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said.
 *
 * @param text {@code {nickname}} stands for the customer's name, {@code {employee}} for the name of who sends it
 * @param files uploads that follow it, in their order
 */
record MassContent(
        @NotNull @Size(max = TEXT_MAX) String text,
        @NotNull @Size(max = FILES_MAX) List<@NotNull Long> files) {

    static final int TEXT_MAX = 2_000;
    static final int FILES_MAX = 9;

    /** With more of them a long name could make the text longer than a message may be. */
    static final int PLACES_MAX = 20;

    private static final Pattern PLACE = Pattern.compile("\\{(nickname|employee)}");

    MassContent {
        files = files == null ? List.of() : List.copyOf(files);
    }

    boolean isEmpty() {
        return text.isBlank() && files.isEmpty();
    }

    boolean hasText() {
        return !text.isBlank();
    }

    boolean isSound() {
        return PLACE.matcher(text).results().limit(PLACES_MAX + 1L).count() <= PLACES_MAX
                && List.copyOf(files).stream().distinct().count() == files.size();
    }

    boolean namesListener() {
        return PLACE.matcher(text).results().anyMatch(place -> place.group(1).equals("nickname"));
    }

    /** Messages that one customer gets. */
    int messages() {
        return files.size() + (hasText() ? 1 : 0);
    }

    /** In one pass, so that a name which looks like a placeholder stays a name. */
    String textFor(String nickname, String employee) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).equals("nickname") ? nickname : employee));
    }

    @Override
    public String toString() {
        return "MassContent of " + messages();
    }
}
