package org.qiao.customerprofile;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qiao.form.FormSchema;
import tools.jackson.databind.JsonNode;

/**
 * How a company describes its customers.
 *
 * @param attributes a form
 * @param revision rises with each change; 0 for the shipped ones
 */
record ProfileSettings(List<Stage> stages, FormSchema attributes, int revision) {

    static final ProfileSettings SHIPPED = new ProfileSettings(Stage.SHIPPED, FormSchema.EMPTY, 0);

    ProfileSettings {
        stages = List.copyOf(stages);
    }

    /** As staff see them. */
    record ProfileSettingsView(
            List<Stage> stages,

            @Schema(type = "object", implementation = Object.class)
            JsonNode attributes,

            int revision) {}

    ProfileSettingsView view() {
        return new ProfileSettingsView(stages, attributes.json(), revision);
    }

    /**
     * Body of PUT /api/admin/customer-profile-settings.
     *
     * @param revision the one that was changed
     */
    record ProfileSettingsRequest(
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Stage> stages,
            @NotNull JsonNode attributes,
            @Min(0) int revision) {}
}
