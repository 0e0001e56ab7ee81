package org.qiao.reporttemplate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldError;

/**
 * What keeps a content from being published.
 *
 * @param field the key of a field (FORM), the name of a rule (RULES); "" for the whole
 * @param column of a table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportTemplateError(
        ReportPart part, String field, @Nullable String column, String code, Map<String, Object> params) {

    /** The pages of an editor. */
    enum ReportPart {
        FORM,
        RULES
    }

    static ReportTemplateError rule(String field, String code) {
        return new ReportTemplateError(ReportPart.RULES, field, null, code, Map.of());
    }

    static ReportTemplateError form(FieldError error) {
        return new ReportTemplateError(ReportPart.FORM, error.field(), error.column(), error.code(), error.params());
    }
}
