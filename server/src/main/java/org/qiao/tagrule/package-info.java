/// Rules that tag customers by themselves: by what they write, and when they write nothing for long. Owns every table
/// `tagrule` and `tagrule_*`. docs/decisions/0030 explains it, docs/customer-profile-http.md is the contract.
///
/// - `WordRules` hears what customers write, a moment later; `Words` is whether it contains a word, pure.
/// - `SilencePass` goes through a company's customers, portion by portion; `SilenceClock` wakes it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "naming", "messaging", "customer", "customerprofile", "threadfeed"})
package org.qiao.tagrule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
