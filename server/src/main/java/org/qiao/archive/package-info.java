/// Reading what was said with customers, for those whom the company appointed, as far as the customer agreed. Owns
/// every table `archive_*`; no message is among them.
/// docs/decisions/0027 explains it, docs/customer-guard-http.md is the contract.
///
/// - {@link Coverage} says for which times a thread may be read, pure: the customer agreed, the employee was in the
/// range and knew it, and the two had to do with each other.
/// - `Consents` is what customers answer, `Spans` which employees are archived, `Lines` which threads there are.
/// - `Archive` reads; nothing is shown before `Looks` has written down who looks at what.
/// - Nobody calls this module.
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
            "card",
            "customer",
            "customergroup"
        })
package org.qiao.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
