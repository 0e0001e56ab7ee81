package org.qiao.groupguard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers may not write, and what follows.
 *
 * @param allowed hosts to which links may lead, with everything below them
 * @param pictures no pictures at all
 * @param qr no pictures with a QR code in them; looked at after they were sent
 * @param strikes with how many hits within a day the action follows
 */
record SpamRule(
        @NotNull @Size(max = 100) List<@NotNull @Size(min = 1, max = 32) String> words,
        boolean links,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = HOST) @Size(max = 100) String> allowed,
        boolean phones,
        boolean pictures,
        boolean qr,
        @Valid @Nullable Flood flood,
        @NotNull GuardAction action,
        @Min(1) @Max(43_200) int muteMinutes,
        @Min(1) @Max(10) int strikes) {

    static final String HOST = "[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?";

    /** @param messages the next one within {@code seconds} is too much */
    record Flood(
            @Min(2) @Max(100) int messages,
            @Min(1) @Max(600) int seconds) {}

    SpamRule {
        words = words == null ? List.of() : List.copyOf(words);
        allowed = allowed == null ? List.of() : List.copyOf(allowed);
    }

    boolean isEmpty() {
        return words.isEmpty() && !links && !phones && !pictures && !qr && flood == null;
    }
}
