/// Forms: what fields there are, what may be filled in, what is computed, when something is shown. Approvals and work
/// reports are built on them. Owns no table. docs/decisions/0014 explains fields and values.
///
/// - {@link FormSchema} is the form, {@link FormValues} what somebody filled in; {@link Forms} is the only judge of
/// both.
/// - {@link Condition} is the one way to say "if": fields are shown by it, routes branch by it; {@link FormFacts} makes
///   values comparable.
/// - {@link FormTexts} turns values into words: rows for print and export, lines for cards, text for the search.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "naming", "directory", "file", "notice"})
package org.qiao.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
