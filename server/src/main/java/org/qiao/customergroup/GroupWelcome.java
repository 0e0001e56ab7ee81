package org.qiao.customergroup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The first words to newcomers.
 *
 * @param text {@code {nickname}} stands for their names
 * @param files uploads that follow it
 */
record GroupWelcome(
        @NotNull @Size(max = 1_000) String text,
        @Size(max = 9) List<@NotNull Long> files) {

    static final String NICKNAME = "{nickname}";
    private static final int NAMED = 10;

    GroupWelcome {
        files = files == null ? List.of() : List.copyOf(files);
    }

    boolean isEmpty() {
        return text.isBlank() && files.isEmpty();
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
