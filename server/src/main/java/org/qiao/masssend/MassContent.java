package org.qiao.masssend;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qiao.attachment.Attached;

/**
 * What is said.
 *
 * @param text {@code {nickname}} stands for the customer's name, {@code {employee}} for the name of who sends it
 * @param attachments what follows it, in its order
 */
record MassContent(
        @NotNull @Size(max = TEXT_MAX) String text,
        @NotNull @Size(max = Attached.MOST) List<@NotNull @Valid Attached> attachments) {

    static final int TEXT_MAX = 2_000;

    /** With more of them a long name could make the text longer than a message may be. */
    static final int PLACES_MAX = 20;

    private static final Pattern PLACE = Pattern.compile("\\{(nickname|employee)}");

    MassContent {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    boolean isEmpty() {
        return text.isBlank() && attachments.isEmpty();
    }

    boolean hasText() {
        return !text.isBlank();
    }

    boolean isSound() {
        return PLACE.matcher(text).results().limit(PLACES_MAX + 1L).count() <= PLACES_MAX;
    }

    boolean namesListener() {
        return PLACE.matcher(text).results().anyMatch(place -> place.group(1).equals("nickname"));
    }

    /** Messages that one customer gets. */
    int messages() {
        return attachments.size() + (hasText() ? 1 : 0);
    }

    MassContent with(List<Attached> others) {
        return new MassContent(text, others);
    }

    /** As the author asked for it: where links are kept is no difference. */
    MassContent asked() {
        return with(attachments.stream().map(Attached::asked).toList());
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
