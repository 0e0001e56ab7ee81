/// Groups of staff and customers: who is in them, what the staff decides about them, welcomes, replies to keywords,
/// what happened on
/// each day. Owns every table `customergroup_*` and `customergroup`. docs/decisions/0023 explains it,
/// docs/customer-group-http.md is the contract.
///
/// - `messaging` has the conversation and who sits in it; {@link GroupLog} reads its log and keeps everything else.
/// - {@link CustomerGroups} and {@link GroupPeople} are the staff's side, `VisitGroups` the customers'.
/// - `groupcode` lets customers in by codes, `groupguard` has rules against spam: both stand above.
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
            "webhook",
            "customer",
            "customerguard"
        })
package org.qiao.customergroup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
