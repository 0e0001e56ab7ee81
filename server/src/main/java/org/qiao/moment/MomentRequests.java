package org.qiao.moment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customerprofile.TaggedRelations.TagChoice;
import org.qiao.moment.MomentContent.MomentLink;

/** What comes in. */
final class MomentRequests {

    private MomentRequests() {}

    /** A link as it was typed. */
    record MomentLinkRequest(
            @NotNull @Size(max = 2_000) String url,
            @NotNull @Size(max = 200) String title) {}

    /**
     * Something to show.
     *
     * @param files own uploads: up to nine pictures, or one video
     * @param senders of a company moment: who is asked to show it
     * @param publishAt null: at once
     * @param key a repeat with the same key makes nothing new
     */
    record MomentRequest(
            @NotNull MomentKind kind,
            @NotNull @Size(max = 4_000) String text,
            @NotNull @Size(max = MomentContent.PICTURES_MAX) List<@NotNull Long> files,
            @Valid @Nullable MomentLinkRequest link,
            @NotNull @Valid TagChoice choice,
            @Valid @Nullable StartRange senders,
            @Nullable Instant publishAt,
            @NotBlank @Size(max = 64) String key) {

        @Nullable
        MomentLink typedLink() {
            return link == null ? null : new MomentLink(link.url(), link.title());
        }
    }

    /** Who would see it. */
    record MomentPreviewRequest(
            @NotNull MomentKind kind,
            @NotNull @Valid TagChoice choice,
            @Valid @Nullable StartRange senders) {}

    /**
     * What the author says under his moment.
     *
     * @param to the comment that he answers: only that customer reads it; null: everybody who sees the moment
     */
    record MomentAnswerRequest(
            @NotNull @Size(max = 1_000) String text,
            @Nullable Long to,
            @NotBlank @Size(max = 64) String key) {}

    record VisitCommentRequest(
            @NotNull @Size(max = 1_000) String text,
            @NotBlank @Size(max = 64) String key) {}

    record VisitSeenRequest(@NotEmpty @Size(max = 50) List<@NotNull Long> moments) {}
}
