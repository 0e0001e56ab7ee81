/// Moments: what employees show the customers they know, and what is said about it. Owns every table `moment` and
/// `moment_*`.
/// docs/decisions/0024 explains it, docs/moment-http.md is the contract.
///
/// - `Moments` writes and withdraws, `MomentTasks` is what a company asks of its employees, `MomentClock` waits for the
/// minute.
/// - `MomentDelivery` counts whom a post reaches and lets it be seen; `Acquaintances` says whom a customer knows, and
/// `GuestMoments`
///   merges his feed when he reads it.
/// - `GuestTalk` and `MomentTalk` are comments from both sides. Nobody calls this module.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "audience",
            "file",
            "messaging",
            "reminder",
            "card",
            "customer",
            "customerprofile",
            "customerguard"
        })
package org.qiao.moment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
