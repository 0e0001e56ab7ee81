package org.qiao.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of PUT /api/admin/notice/channels/{channel}.
 *
 * @param settings the carrier's own; a secret that is missing or null keeps its value as long as the kind stays
 * @param perMinute how much may go out each minute; missing: 600
 * @param priceFen what one piece, minute or e-mail costs; missing: nothing
 */
record CarrierRequest(
        @NotNull CarrierKind kind,
        @Nullable Map<String, @Nullable Object> settings,
        @NotNull Boolean enabled,
        @Min(1) @Max(600_000) @Nullable Integer perMinute,
        @Min(0) @Max(1_000_000) @Nullable Integer priceFen) {

    /** Settings hold passwords. */
    @Override
    public String toString() {
        return "CarrierRequest[" + kind + "]";
    }

    /** Body of PUT /api/admin/notice/channels/{channel}/enabled. */
    record EnabledRequest(@NotNull Boolean enabled) {}
}
