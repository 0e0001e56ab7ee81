package org.qiao.report;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bodies of requests. */
final class ReportRequests {

    private ReportRequests() {}

    /**
     * Body of POST /api/reports.
     *
     * @param key once for the author; a repeat gives the same report
     * @param version of the template that was filled in
     * @param day any day of the period; null: the one that is open
     * @param recipients besides those by rule, where the author may choose
     */
    record ReportSubmitRequest(
            @NotBlank @Size(max = 64) String key,
            @Positive long templateId,
            @Positive int version,
            @Nullable LocalDate day,

            @NotNull @Schema(type = "object", implementation = Object.class)
            JsonNode values,

            @Nullable @Size(max = 100) Set<@NotNull Long> recipients,
            @Nullable @Size(max = 10) Set<@NotNull Long> conversations) {}

    /** @param version of the report that was seen */
    record ReportEditRequest(
            @Positive int version,

            @NotNull @Schema(type = "object", implementation = Object.class)
            JsonNode values) {}

    /** @param version of the template that is being filled in */
    record ReportDraftRequest(
            @Positive int version,

            @NotNull @Schema(type = "object", implementation = Object.class)
            JsonNode values,

            @Nullable @Size(max = 100) Set<@NotNull Long> recipients,
            @Nullable @Size(max = 10) Set<@NotNull Long> conversations) {}

    record ReportReadRequest(
            @NotNull @Size(min = 1, max = 200) List<@NotNull Long> ids) {}

    /**
     * Body of POST /api/reports/{id}/comments.
     *
     * @param key once for the author; a repeat changes nothing
     * @param files own uploads
     * @param replyTo a comment of the same report; null: it begins a thread
     */
    record ReportCommentRequest(
            @NotBlank @Size(max = 64) String key,
            @NotBlank @Size(max = 2_000) String text,
            @Size(max = 20) List<@NotNull Long> mentions,
            @Size(max = 9) List<@NotNull Long> files,
            @Nullable Long replyTo) {

        ReportCommentRequest {
            mentions = mentions == null ? List.of() : List.copyOf(mentions);
            files = files == null ? List.of() : List.copyOf(files);
        }

        ReportCommentRequest in(@Nullable Long thread) {
            return new ReportCommentRequest(key, text, mentions, files, thread);
        }
    }

    record ReportShareRequest(@NotNull Long conversationId) {}

    /**
     * DINGs those who have not reported.
     *
     * @param members some of them; null: all
     */
    record ReportDingRequest(
            @NotBlank @Size(max = 40) String key,
            @NotNull LocalDate day,
            @Nullable @Size(max = 2_000) Set<@NotNull Long> members) {}
}
