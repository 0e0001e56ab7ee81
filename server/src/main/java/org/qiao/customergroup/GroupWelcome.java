package org.qiao.customergroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;

/**
 * The first words to newcomers.
 *
 * @param text {@code {nickname}} stands for their names
 * @param attachments what follows it
 */
record GroupWelcome(
        @NotNull @Size(max = 1_000) String text,
        @Size(max = Attached.MOST) List<@NotNull @Valid Attached> attachments) {

    static final String NICKNAME = "{nickname}";
    private static final int NAMED = 10;

    GroupWelcome {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    boolean isEmpty() {
        return text.isBlank() && attachments.isEmpty();
    }

    GroupWelcome with(List<Attached> others) {
        return new GroupWelcome(text, others);
    }

    /** What is attached; none when there are no first words. */
    static List<Attached> of(@Nullable GroupWelcome welcome) {
        return welcome == null ? List.of() : welcome.attachments;
    }

    /** @param names of everybody who came since the last welcome; ten of them are said */
    String textFor(List<String> names) {
        if (!text.contains(NICKNAME)) {
            return text;
        }
        boolean han = names.stream().anyMatch(name -> name.codePoints().anyMatch(Character::isIdeographic));
        String said = String.join(han ? "、" : ", ", names.subList(0, Math.min(NAMED, names.size())));
        return text.replace(NICKNAME, names.size() > NAMED ? said + " +" + (names.size() - NAMED) : said);
    }
}
