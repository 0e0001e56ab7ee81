/// Customers who go from one employee to another: on the job, and when somebody has left. Owns every table
/// `handover_*`.
/// docs/decisions/0022 explains it, docs/handover-http.md is the contract.
///
/// - {@link HandOverRule} is what may happen, pure; `Successions` does it, one customer in one transaction.
/// - `HandOvers` is what people ask for, `Leavers` what waits for somebody, `Runs` gives everything of a leaver away.
/// - Others listen to {@link org.qiao.customer.CustomerHandedOver}; {@link LeaverLeads} says who looks after whom.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "messaging",
            "reminder",
            "workcalendar",
            "card",
            "customer",
            "contactway",
            "customergroup"
        })
package org.qiao.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
