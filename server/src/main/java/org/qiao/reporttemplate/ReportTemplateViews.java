package org.qiao.reporttemplate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.directory.Card;

/** What editors see. */
final class ReportTemplateViews {

    private ReportTemplateViews() {}

    /** @param shippedKey null for the company's own */
    record ReportTemplateView(
            long id,
            String name,
            String icon,
            String description,
            ReportTemplate.State state,
            @Nullable String shippedKey,
            int version,
            ReportCycle cycle,
            StartRange write,
            List<Card> managers,
            List<Card> dataManagers,
            Instant updatedAt) {

        ReportTemplateView {
            managers = List.copyOf(managers);
            dataManagers = List.copyOf(dataManagers);
        }
    }

    record ReportTemplateDetails(ReportTemplateView template, ReportContent content) {}

    /** What keeps a content from being published; nothing when it may be. */
    record ReportCheckView(List<ReportTemplateError> errors) {

        ReportCheckView {
            errors = List.copyOf(errors);
        }
    }

    /** @param publishedBy null: it was shipped */
    record ReportTemplateVersionLine(int number, @Nullable Card publishedBy, Instant publishedAt) {}

    record ReportTemplateVersionView(int number, ReportContent content) {}
}
