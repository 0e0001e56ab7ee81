package org.qiao.customerprofile;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.TagViews.TaggingView;
import tools.jackson.databind.JsonNode;

/** A customer's profile as staff see it, and what changes it. */
final class ProfileViews {

    private ProfileViews() {}

    /**
     * @param id the contact that it is, also when one was asked for that turned out to be him
     * @param tags of all his relations, with who set them
     * @param version rises with each change of stage or attributes
     */
    record CustomerProfileView(
            long id,
            String stage,
            String lostReason,
            @Nullable Instant stageAt,

            @Schema(type = "object", implementation = Object.class)
            JsonNode attributes,

            List<TaggingView> tags,
            int version) {}

    /** @param reason where a customer is lost */
    record CustomerStageRequest(
            @NotNull @Size(max = 30) String stage,
            @Nullable @Size(max = 400) String reason) {}

    /** @param values by the keys of the attributes; what is left out is empty */
    record CustomerAttributesRequest(@NotNull JsonNode values, int version) {}
}
