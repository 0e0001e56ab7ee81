/// Rules against spam in groups with customers, who is muted or blocked, and what was done to whom. Owns every table
/// `groupguard_*`.
/// docs/decisions/0023 explains it, docs/customer-group-http.md is the contract.
///
/// - {@link SpamJudge} judges a message, pure; `SpamGuard` asks it before a message enters the log, from memory.
/// - `Incidents` does what a rule says afterwards; `GroupBlocks` is the company's block list.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "file",
            "messaging",
            "customer",
            "customergroup"
        })
package org.qiao.groupguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
