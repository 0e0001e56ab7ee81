/// Work reports: writes, edits, reads, likes, comments; who has not reported, and what the numbers say. Owns `report`
/// and
/// every table `report_*` but those of templates. docs/decisions/0016 explains it, docs/report-http.md is the contract.
///
/// - {@link Reports} is the door for other modules; it tells people by cards, hints, reminders and DINGs, other
///   systems by webhooks.
/// - `ReportWriting` is the only place where a report changes; `ReportAccess` the only one that says who may read it.
/// - `ReportRounds` reminds those who have not reported; `Overviews`, `ReportStatistics` and `ReportExport` look at
/// many
///   reports, each through `ReportScope`, which says at whose.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "naming",
            "directory",
            "audience",
            "file",
            "messaging",
            "ding",
            "card",
            "form",
            "workcalendar",
            "reminder",
            "approval",
            "reporttemplate",
            "webhook"
        })
package org.qiao.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
