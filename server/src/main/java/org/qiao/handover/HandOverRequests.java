package org.qiao.handover;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes in. */
final class HandOverRequests {

    private HandOverRequests() {}

    /**
     * Some customers go to one colleague.
     *
     * @param message what he says first; null or empty: nothing
     */
    record PassOnRequest(
            @NotEmpty @Size(max = 100) List<@NotNull Long> relationIds,
            @NotNull Long takerId,
            @Size(max = 200) @Nullable String message) {

        String words() {
            return message == null ? "" : message.strip();
        }
    }

    /**
     * Everything of a leaver goes to one colleague or is spread over several.
     *
     * @param waysTo who stands in his codes from now on; null: they stay as they are
     */
    record SpreadRequest(
            @NotEmpty @Size(max = 50) List<@NotNull Long> takerIds,
            @Nullable Long waysTo,
            @Size(max = 200) @Nullable String message) {

        String words() {
            return message == null ? "" : message.strip();
        }
    }

    /** Some groups of a leaver go to one colleague. */
    record GroupsRequest(
            @NotNull Long takerId,
            @NotEmpty @Size(max = 100) List<@NotNull Long> groupIds) {}

    /** @param takerId who stands in the codes from now on; null: the leaver is taken out */
    record WaysRequest(@Nullable Long takerId) {}

    record HistoryRequest(@NotNull Boolean agree) {}

    /**
     * What came of one customer.
     *
     * @param handOverId null when it was refused
     * @param problem the code of the refusal
     */
    record PassOnResult(@Nullable Long handOverId, @Nullable String problem) {}

    /** In the order asked for. */
    record PassOnResults(List<PassOnResult> items) {}

    record WaysResult(int changed) {}
}
