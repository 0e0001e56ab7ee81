package org.qiao.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about customers. */
final class CustomerRequests {

    private CustomerRequests() {}

    /** Body of PUT /api/customer-relations/{id}/remark. */
    record RemarkRequest(
            @NotNull @Size(max = 30) String text,
            @NotNull @Size(max = 500) String description,
            @NotNull @Size(max = 60) String company,
            @NotNull @Size(max = 5) List<@NotNull @Size(max = 40) String> phones) {

        @Override
        public String toString() {
            return "RemarkRequest";
        }
    }

    /** Body of POST /api/customers/{id}/block. */
    record BlockRequest(@Size(max = 200) @Nullable String reason) {}
}
