package org.qiao.reporttemplate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;

/** Bodies of the editors' requests. */
final class ReportTemplateRequests {

    private ReportTemplateRequests() {}

    /** @param copyOf a template whose content is the beginning; null: one text field */
    record CreateReportTemplate(
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 32) String icon,
            @Nullable Long copyOf) {}

    /** @param version that was edited */
    record PublishReportTemplate(
            int version, @NotNull @Valid ReportContent content) {}

    /** Takes effect at once. */
    record ReportAccessRequest(
            @NotNull @Valid StartRange write,
            @NotNull @Size(max = 50) Set<@NotNull Long> managers,
            @NotNull @Size(max = 50) Set<@NotNull Long> dataManagers) {

        ReportAccessRequest {
            managers = managers == null ? Set.of() : Set.copyOf(managers);
            dataManagers = dataManagers == null ? Set.of() : Set.copyOf(dataManagers);
        }
    }

    /** Templates in their order; those that are not named stay behind. */
    record ReportTemplateOrder(@NotNull @Size(max = 500) List<@NotNull Long> ids) {}
}
