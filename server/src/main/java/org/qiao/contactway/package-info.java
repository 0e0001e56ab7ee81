/// Codes by which customers come: whom each gives to whom, how many a day, what is said first. Owns every table
/// `contactway_*`
/// and `contactway`. docs/decisions/0020 explains it, docs/customer-http.md is the contract.
///
/// - {@link Arrivals} gives a customer who opens a code to an employee, or lets him wait; {@link ChoiceRule} is the
/// rule, pure.
/// - {@link ContactWays} and {@link BusinessCards} are the staff's side.
/// - `Welcomes` says the first words in the employee's name, once for each relation; {@link AutoReplies} answers when
/// he is off.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "file",
            "attachment",
            "messaging",
            "workcalendar",
            "reminder",
            "customer",
            "customerguard"
        })
package org.qiao.contactway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
