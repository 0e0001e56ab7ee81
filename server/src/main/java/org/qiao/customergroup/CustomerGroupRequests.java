package org.qiao.customergroup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.GroupRole;

/** Bodies of requests about groups with customers. */
final class CustomerGroupRequests {

    private CustomerGroupRequests() {}

    /** Body of POST /api/customer-groups. */
    record OpenGroupRequest(
            @NotNull @Size(min = 1, max = 100) String title,
            @Size(max = 100) List<@NotNull @Positive Long> staffIds,
            @Size(max = 200) List<@NotNull @Positive Long> customerIds,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
            String key) {

        OpenGroupRequest {
            staffIds = staffIds == null ? List.of() : staffIds;
            customerIds = customerIds == null ? List.of() : customerIds;
        }
    }

    record GroupTitleRequest(
            @NotNull @Size(min = 1, max = 100) String title) {}

    record GroupNoticeRequest(@NotNull @Size(max = 2_000) String text, boolean announce) {}

    /** @param welcome null for none */
    record GroupRulesRequest(
            boolean nameLocked,
            boolean mutedAll,
            @Valid @Nullable GroupWelcome welcome,
            @NotNull @Size(max = 50) List<@NotNull @Valid GroupReply> replies,
            @Positive int version) {}

    record AddPeopleRequest(
            @Size(max = 100) List<@NotNull @Positive Long> staffIds,
            @Size(max = 100) List<@NotNull @Positive Long> customerIds) {

        AddPeopleRequest {
            staffIds = staffIds == null ? List.of() : staffIds;
            customerIds = customerIds == null ? List.of() : customerIds;
        }
    }

    record GroupRoleRequest(@NotNull GroupRole role) {}

    record NextOwnerRequest(@Positive long memberId) {}
}
