package org.qiao.approvaltemplate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldError;

/**
 * What keeps a draft from being published.
 *
 * @param field where: the key of a field (FORM), the id of a node or way (ROUTE), the name of a setting (SETTINGS); "" for the whole
 * @param column of a table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateError(Part part, String field, @Nullable String column, String code, Map<String, Object> params) {

    /** The pages of an editor. */
    enum Part {
        FORM,
        ROUTE,
        SETTINGS
    }

    static TemplateError of(Part part, String field, String code) {
        return new TemplateError(part, field, null, code, Map.of());
    }

    static TemplateError of(Part part, FieldError error) {
        return new TemplateError(part, error.field(), error.column(), error.code(), error.params());
    }
}
