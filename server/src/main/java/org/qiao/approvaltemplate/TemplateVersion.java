package org.qiao.approvaltemplate;

import org.qiao.flow.Route;
import org.qiao.form.FormSchema;

/** One published version of a template; never changes. */
public record TemplateVersion(
        long templateId,
        int number,
        String name,
        String icon,
        FormSchema form,
        Route route,
        TemplateSettings settings) {}
