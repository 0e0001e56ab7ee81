/// Customers who wait for an answer, and how employees serve them in numbers. Owns every table `customercare_*`.
/// docs/decisions/0029 explains it, docs/customer-care-http.md is the contract.
///
/// - `CareFeed` hears of every message in a customer's thread, `CarePass` looks at the thread: {@link Talk} is the
/// rule,
/// pure.
/// - `CareSteps` is what happens when nobody answers, by {@link CareRule}: remind, ask a colleague in, alert.
/// - `CareWaits` is the list of who waits; `CareStatistics` the numbers, from one row for each employee and day.
/// - Nobody calls this module; `WaitsForLists` tells the lists of customers who waits.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "audience",
            "messaging",
            "workcalendar",
            "card",
            "customer",
            "customerprofile",
            "threadfeed",
            "contactway",
            "handover"
        })
package org.qiao.customercare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
