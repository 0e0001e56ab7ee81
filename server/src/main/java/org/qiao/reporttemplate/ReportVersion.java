package org.qiao.reporttemplate;

import java.util.List;
import org.qiao.form.FormSchema;

/** One published version of a template; never changes. */
public record ReportVersion(
        long templateId,
        int number,
        String name,
        String icon,
        FormSchema form,
        List<String> summary,
        ReportRules rules) {

    public ReportVersion {
        summary = List.copyOf(summary);
    }
}
