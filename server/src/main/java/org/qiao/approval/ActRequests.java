package org.qiao.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.FlowState.Then;
import org.qiao.flow.FlowState.When;
import org.qiao.flow.Together;
import tools.jackson.databind.JsonNode;

/** What people send to move a run. */
final class ActRequests {

    static final int TEXT_MAX = 2_000;
    private static final int PEOPLE_MAX = 100;

    private ActRequests() {}

    enum Verdict {
        AGREE,
        REFUSE,
        HANDLE
    }

    /**
     * Body of POST /api/approvals/{id}/decisions.
     *
     * @param signature own upload, as are the files
     * @param changes values of fields that the node lets this person edit
     */
    record DecideRequest(
            @NotNull @Positive Integer task,
            @NotNull Verdict verdict,
            @Size(max = TEXT_MAX) @Nullable String reason,
            @Nullable Long signature,
            @Size(max = 9) List<@NotNull Long> files,
            @Nullable JsonNode changes) {

        DecideRequest {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /** Body of POST /api/approvals/decisions: agrees to each. */
    record BatchRequest(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull Item> items,
            @Size(max = TEXT_MAX) @Nullable String reason) {

        record Item(@NotNull Long id, @NotNull @Positive Integer task) {}
    }

    /** @param problem code of the refusal; null: agreed */
    record BatchAnswer(long id, @Nullable String problem) {}

    record TransferRequest(
            @NotNull @Positive Integer task,
            @NotNull Long to,
            @Size(max = TEXT_MAX) @Nullable String reason) {}

    record SignersRequest(
            @NotNull @Positive Integer task,
            @NotNull When where,
            @NotEmpty @Size(max = PEOPLE_MAX) List<@NotNull Long> people,
            Together.@Nullable Rule together,
            @Size(max = TEXT_MAX) @Nullable String reason) {}

    /** @param to null: to the applicant */
    record ReturnRequest(
            @NotNull @Positive Integer task,
            @Nullable @Size(max = 40) String to,
            @NotNull Then then,
            @NotBlank @Size(max = TEXT_MAX) String reason) {}

    record TaskRequest(@NotNull @Positive Integer task) {}

    record RevokeRequest(@Size(max = TEXT_MAX) @Nullable String reason) {}

    record ReadersRequest(@NotEmpty @Size(max = PEOPLE_MAX) List<@NotNull Long> members) {}

    record ShareRequest(@NotNull Long conversationId) {}

    /** Body of POST /api/approvals/{id}/submissions. */
    record ResubmitRequest(
            @NotNull JsonNode values,
            @Size(max = 200) @Nullable Map<String, @NotNull @Size(max = PEOPLE_MAX) List<@NotNull Long>> chosen) {

        Map<String, List<Long>> choices() {
            return chosen == null ? Map.of() : chosen;
        }
    }

    /**
     * Body of POST /api/approvals.
     *
     * @param key once for the applicant; the same again gives the same run
     * @param version of the template in which the form was filled in
     * @param chosen members by node, where the applicant chooses
     * @param undoes an agreed run of the same template
     */
    record SubmitRequest(
            @NotBlank @Size(max = 64) String key,
            @NotNull Long templateId,
            @NotNull @Positive Integer version,
            @NotNull JsonNode values,
            @Size(max = 200) @Nullable Map<String, @NotNull @Size(max = PEOPLE_MAX) List<@NotNull Long>> chosen,
            @Nullable Long undoes) {

        Map<String, List<Long>> choices() {
            return chosen == null ? Map.of() : chosen;
        }
    }

    /** Body of POST /api/approvals/preview. */
    record PreviewRequest(
            @NotNull Long templateId,
            @NotNull JsonNode values,
            @Size(max = 200) @Nullable Map<String, @NotNull @Size(max = PEOPLE_MAX) List<@NotNull Long>> chosen) {

        Map<String, List<Long>> choices() {
            return chosen == null ? Map.of() : chosen;
        }
    }

    record HandOverRequest(@NotNull Long from, @NotNull Long to) {}

    /** @param runs how many were changed */
    record HandOverAnswer(int runs) {}
}
