/// Templates of work reports: form, cycle, deadline, recipients and reminders as versions; who may write; the five
/// shipped
/// ones. Owns every table `report_template*`. docs/decisions/0016 explains periods and deadlines, docs/report-http.md
/// is
/// the contract.
///
/// - Others call {@link ReportTemplates} and listen to {@link ReportTemplateChanged}.
/// - {@link Period} and {@link Periods} are the rules of cycles: pure, told in tables by their tests.
/// - `ReportDesk` is the editors' side; `ReportShipping` gives a company the templates that come with the program when
/// it
///   first asks for any.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "naming", "directory", "audience", "workcalendar", "messaging", "form"})
package org.qiao.reporttemplate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
