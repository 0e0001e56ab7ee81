package org.qiao.approvaltemplate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tools.jackson.databind.JsonNode;

/**
 * What an editor works on and a version keeps. A draft may hold a form and a route that are not finished; {@link TemplateCheck}
 * says what is missing.
 *
 * @param icon key of a picture that the client has
 * @param form decision 0014
 * @param route decision 0013
 */
record TemplateContent(
        @NotBlank @Size(max = 50) String name,
        @NotNull @Size(max = 32) String icon,
        @NotNull @Size(max = 200) String description,

        @NotNull @Schema(type = "object", implementation = Object.class)
        JsonNode form,

        @NotNull @Schema(type = "object", implementation = Object.class)
        JsonNode route,

        @NotNull @Valid TemplateSettings settings) {}
