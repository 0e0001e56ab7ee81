package org.qiao.ding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder;

/**
 * A DING that shall be sent. Body of POST /api/dings.
 *
 * @param key once for the sender; the same again gives the same DING
 * @param text may be empty only with a recording
 * @param recordingId an own upload, as the attachment is
 * @param ladder null: the company's
 * @param sendAt null: now
 * @param overrideReason breaks quiet hours
 * @param source null: the workbench
 */
public record DingDraft(
        @NotBlank @Size(max = 64) String key,
        @Nullable @Size(max = DingDraft.TEXT_MAX) String text,
        @Nullable Long recordingId,
        @Nullable Long attachmentId,
        @NotNull @Valid Range range,
        @Valid @Nullable Ladder ladder,
        @Nullable Instant sendAt,
        @Nullable @Size(max = 200) String overrideReason,
        @Nullable DingSource source) {

    static final int TEXT_MAX = 2_000;

    /** The plain case for other modules: now, to members, by the company's ladder. */
    public static DingDraft of(String key, String text, Range range) {
        return new DingDraft(key, text, null, null, range, null, null, null, DingSource.API);
    }

    /** "From an approval" is nothing a client may claim: the approval says it, as a {@link DingOrigin}. */
    @JsonIgnore
    @AssertTrue(message = "source")
    public boolean isSourceOpen() {
        return source == null || !source.hasOrigin();
    }

    String plainText() {
        return text == null ? "" : text.strip();
    }

    @Nullable
    String reason() {
        return overrideReason == null || overrideReason.isBlank() ? null : overrideReason.strip();
    }

    DingDraft at(String newKey) {
        return new DingDraft(newKey, text, recordingId, attachmentId, range, ladder, null, overrideReason, source);
    }
}
