package org.qiao.approvaltemplate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of the editors' requests. */
final class TemplateRequest {

    private TemplateRequest() {}

    /** @param copyOf another template whose draft is the beginning; null: an empty form and one approver */
    record CreateTemplate(
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 32) String icon,
            @Nullable Long groupId,
            @Nullable Long copyOf) {}

    /** @param revision of the draft that was edited */
    record SaveDraft(int revision, @NotNull @Valid TemplateContent content) {}

    record PublishDraft(int revision) {}

    record TemplateGroupName(@NotBlank @Size(max = 50) String name) {}

    /** All groups in their order with all templates in theirs; what is not named stays behind. */
    record TemplateLayout(@NotNull @Size(max = 60) List<@Valid @NotNull TemplateSection> sections) {}

    /** @param groupId null: templates without a group */
    record TemplateSection(
            @Nullable Long groupId,
            @NotNull @Size(max = 500) List<@NotNull Long> templates) {}
}
