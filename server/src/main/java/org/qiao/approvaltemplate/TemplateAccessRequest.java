package org.qiao.approvaltemplate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.qiao.audience.StartRange;

/**
 * Who may what with a template; takes effect at once.
 *
 * @param managers may edit it, besides full administrators, who alone name them
 * @param dataManagers may see everything that was applied for with it
 */
record TemplateAccessRequest(
        @NotNull @Valid StartRange start,
        @NotNull @Size(max = 50) Set<@NotNull Long> managers,
        @NotNull @Size(max = 50) Set<@NotNull Long> dataManagers) {

    TemplateAccessRequest {
        managers = managers == null ? Set.of() : Set.copyOf(managers);
        dataManagers = dataManagers == null ? Set.of() : Set.copyOf(dataManagers);
    }
}
