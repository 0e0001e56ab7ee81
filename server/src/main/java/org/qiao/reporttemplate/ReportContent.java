package org.qiao.reporttemplate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What an editor works on and a version keeps.
 *
 * @param icon key of a picture that the client has
 * @param form decision 0014
 * @param summary keys of the fields that lists and cards show
 */
record ReportContent(
        @NotBlank @Size(max = 50) String name,
        @NotNull @Size(max = 32) String icon,
        @NotNull @Size(max = 200) String description,

        @NotNull @Schema(type = "object", implementation = Object.class)
        JsonNode form,

        @NotNull @Size(max = 3) List<@NotNull @Size(max = 80) String> summary,
        @NotNull @Valid ReportRules rules) {

    ReportContent {
        summary = summary == null ? List.of() : List.copyOf(summary);
    }

    ReportContent with(ReportRules others) {
        return new ReportContent(name, icon, description, form, summary, others);
    }
}
