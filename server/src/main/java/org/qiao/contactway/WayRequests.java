package org.qiao.contactway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about codes and waits. */
final class WayRequests {

    private WayRequests() {}

    /**
     * Body of POST and PUT /api/contact-ways.
     *
     * @param days a temporary code that ends so many days from now, 0: it does not end; null: as it was, a new one does not end
     * @param version of the code that was seen; for a change only
     */
    record WayRequest(
            @NotNull @Size(min = 1, max = 30) String title,
            @NotNull @Size(max = 30) String remark,
            @NotNull @Size(max = 30) String state,
            @NotNull @Valid WayContent content,
            @Nullable Integer days,
            @Nullable Integer version) {}

    /** Body of POST /api/customer-waits/{id}/take. */
    record TakeRequest(@Nullable Long memberId) {}
}
