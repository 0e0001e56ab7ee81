/// Templates of approvals: form, route and settings as versions, who may start them, numbers, the twelve shipped ones.
/// Owns
/// every table `approval_template*`. docs/decisions/0013 and 0014 explain routes and forms, docs/approval-http.md is
/// the
/// contract.
///
/// - Others call {@link Templates}: the published version that somebody may start, any version by its number, the next
///   number.
/// - `ManagedTemplates` and `TemplateDrafts` are the editors' side: one draft for each template, checked as a whole by
/// `TemplateCheck`,
/// published
///   as a version that never changes.
/// - `TemplateShipping` gives a company the templates that come with the program when it first asks for any.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "naming", "directory", "audience", "form", "flow", "webhook"})
package org.qiao.approvaltemplate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
