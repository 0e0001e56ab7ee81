/// Words that must not be said to customers, and what employees and customers do that somebody should know. Owns every
/// table `customerguard_*`.
/// docs/decisions/0027 explains it, docs/customer-guard-http.md is the contract.
///
/// - {@link WordGuard} is asked before a message to or from customers is stored: from memory, {@link GuardSnapshot} is
/// what a company's rules are compiled to.
/// - `Hits` and `Alerts` are what was seen; {@link GuardClock} finds out whether a message was really sent, judges what
/// came
///   through the log, and tells people.
/// - {@link StaffWords} is what modules ask that say something in employees' names.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "account", "naming", "directory", "audience", "messaging", "card", "customer"
        })
package org.qiao.customerguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
