package org.qiao.customergroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;

/**
 * What is answered when a customer writes certain words.
 *
 * @param attachments what follows it
 * @param coolSeconds so long it is not answered again in the group
 */
record GroupReply(
        @NotNull Match match,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(min = 1, max = 32) String> words,
        @NotNull @Size(max = 1_000) String text,
        @Size(max = Attached.MOST) List<@NotNull @Valid Attached> attachments,
        @Min(0) @Max(3_600) int coolSeconds) {

    enum Match {
        CONTAINS,
        EQUALS
    }

    GroupReply {
        words = words == null ? List.of() : List.copyOf(words);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    GroupReply with(List<Attached> others) {
        return new GroupReply(match, words, text, others, coolSeconds);
    }

    /** Everything that is attached to them. */
    static List<Attached> attached(List<GroupReply> replies) {
        return replies.stream().flatMap(reply -> reply.attachments.stream()).toList();
    }

    boolean fits(String message) {
        String said = plain(message);
        return words.stream()
                .map(GroupReply::plain)
                .filter(word -> !word.isEmpty())
                .anyMatch(word -> switch (match) {
                    case CONTAINS -> said.contains(word);
                    case EQUALS -> said.equals(word);
                });
    }

    private static String plain(String raw) {
        return raw.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The place of the first reply that fits; nothing when it was given a moment ago, because the second best would surprise.
     *
     * @param given when each was given last, by its place
     */
    static OptionalInt choose(List<GroupReply> replies, String message, Map<Integer, Instant> given, Instant now) {
        for (int place = 0; place < replies.size(); place++) {
            GroupReply reply = replies.get(place);
            if (reply.fits(message)) {
                return reply.isCool(given.get(place), now) ? OptionalInt.of(place) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private boolean isCool(@Nullable Instant last, Instant now) {
        return last == null || !last.plus(Duration.ofSeconds(coolSeconds)).isAfter(now);
    }
}
