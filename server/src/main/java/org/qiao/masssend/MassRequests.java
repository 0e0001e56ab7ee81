package org.qiao.masssend;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.customerprofile.LineFilter;

/** What comes in. */
final class MassRequests {

    static final int CHOSEN_MAX = 1_000;
    static final int GROUPS_MAX = 2_000;
    static final int DESELECTED_MAX = 20_000;

    private MassRequests() {}

    /**
     * Whom it is for: of the customers of the range, or of the author's own, those of a segment, of a filter, or chosen ones; all of
     * them when nothing narrows it.
     *
     * @param range employees, for the company's; null for a personal one
     * @param groups not single customers, but groups; then nothing else but the range is given
     */
    record MassTarget(
            @Valid @Nullable StartRange range,
            @Nullable Long segmentId,
            @Valid @Nullable LineFilter filter,

            @Size(max = CHOSEN_MAX) @Nullable Set<@NotNull Long> relationIds,
            @Valid @Nullable MassGroupTarget groups) {}

    /** @param ids groups of the range's people, or of the author; null: all that they own */
    record MassGroupTarget(@Size(max = GROUPS_MAX) @Nullable Set<@NotNull Long> ids) {}

    /**
     * A mass message that is to be sent, or looked at before.
     *
     * @param key the same key of one author is the same message
     * @param sendAt a minute; null: at once
     * @param expected the number of customers that the author has seen; null: whoever it is
     */
    record MassRequest(
            @NotNull @Size(min = 1, max = 64) String key,
            @NotNull MassKind kind,
            @NotNull @Valid MassContent content,
            @NotNull @Valid MassTarget target,
            @Nullable Instant sendAt,
            @Nullable Instant deadline,
            @Nullable Integer expected) {

        MassRequest with(MassContent other) {
            return new MassRequest(key, kind, other, target, sendAt, deadline, expected);
        }

        @Override
        public String toString() {
            return "MassRequest " + kind;
        }
    }

    /** @param without of his recipients, to whom it is not sent */
    record MassConfirmRequest(
            @NotNull @Size(max = DESELECTED_MAX) List<@NotNull Long> without) {}

    record MassOptOutRequest(@NotNull Boolean optedOut) {}
}
