/// What a company decides about DINGs: the ladder, quiet hours, quotas, who may reach whom by which way, protected
/// people, deputies; and the book of what was done. Owns every table `dingrule_*`. docs/ding-http.md is its contract.
///
/// - {@link DingRule}, {@link Ladder} and {@link QuietHours} are pure; {@link RuleBook} asks them with what is stored.
/// - {@link Quotas} counts and limits, {@link DingAudit} remembers. The module `ding` calls all of them and is not
/// known
/// here.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory", "notice"})
package org.qiao.dingrule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
