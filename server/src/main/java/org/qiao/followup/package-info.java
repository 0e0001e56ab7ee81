/// What staff write down about customers, and what they write to them again and again: notes with files, tasks with
/// reminders, the one
/// timeline, canned replies. Owns every table `followup_*`. docs/decisions/0021 explains it,
/// docs/customer-profile-http.md is the contract.
///
/// - `Timeline` puts notes and tasks beside the events of module customer, which is asked for every right.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "naming", "directory", "file", "notice", "reminder", "customer"})
package org.qiao.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
