package org.qiao.approvalopen;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What other systems send. */
final class OpenRequests {

    private static final int TEXT_MAX = 2_000;

    private OpenRequests() {}

    /**
     * Body of POST /api/open/approvals.
     *
     * @param key once for the member; the same again gives the same approval
     * @param version of the template the values were made for; left out: the published one
     * @param chosen members by node, where the applicant chooses
     */
    record OpenStartRequest(
            @NotBlank @Size(max = 64) String key,
            @NotNull Long templateId,
            @Nullable @Positive Integer version,
            @NotNull JsonNode values,

            @Size(max = 200) @Nullable Map<String, @NotNull @Size(max = 100) List<@NotNull Long>> chosen) {

        Map<String, List<Long>> choices() {
            return chosen == null ? Map.of() : chosen;
        }
    }

    enum OpenVerdict {
        AGREE,
        REFUSE,
        HANDLE
    }

    /**
     * Body of POST /api/open/approvals/{id}/decisions.
     *
     * @param signature a picture uploaded in the member's name, as are the files
     * @param changes values of fields that the node lets the member edit
     */
    record OpenDecisionRequest(
            @NotNull @Positive Integer task,
            @NotNull OpenVerdict verdict,
            @Size(max = TEXT_MAX) @Nullable String reason,
            @Nullable Long signature,
            @Size(max = 9) List<@NotNull Long> files,
            @Nullable JsonNode changes) {

        OpenDecisionRequest {
            files = files == null ? List.of() : files;
        }
    }

    /** Body of POST /api/public/approval-hooks/{token}. @param ok false refuses the approval */
    record HookAnswerRequest(
            @NotNull Boolean ok,
            @Size(max = TEXT_MAX) @Nullable String text) {}
}
