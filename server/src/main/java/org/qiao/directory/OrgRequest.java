package org.qiao.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of PUT /api/org. */
record OrgRequest(
        @NotBlank @Size(max = 64) String name,
        @NotNull @Size(max = 64) String zone,

        @NotNull @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") @Size(max = 35)
        String locale,

        @Valid @Nullable Settings settings) {

    /** Body of PUT /api/org/owner. */
    record Owner(long memberId) {}

    /** The settings that shall change; what is missing stays as it is. Also the form in which they are stored. */
    record Settings(
            @Min(0) @Max(8_760) @Nullable Integer recallHours,
            @Nullable Boolean readReceipts,
            @Nullable Boolean membersMayInvite,
            @Nullable Boolean membersMayCreateGroups,
            @Min(2) @Max(10_000) @Nullable Integer groupMax,
            @Nullable Boolean contactsVisible) {

        OrgSettings onto(OrgSettings current) {
            return new OrgSettings(
                    Objects.requireNonNullElse(recallHours, current.recallHours()),
                    Objects.requireNonNullElse(readReceipts, current.readReceipts()),
                    Objects.requireNonNullElse(membersMayInvite, current.membersMayInvite()),
                    Objects.requireNonNullElse(membersMayCreateGroups, current.membersMayCreateGroups()),
                    Objects.requireNonNullElse(groupMax, current.groupMax()),
                    Objects.requireNonNullElse(contactsVisible, current.contactsVisible()));
        }
    }
}
