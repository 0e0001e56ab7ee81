/// Codes by which customers come into groups: one leads to several groups in order and opens the next one by itself.
/// Owns every table
/// `groupcode_*` and `groupcode`. docs/decisions/0023 explains it, docs/customer-group-http.md is the contract.
///
/// - `CodeArrivals` finds the group with room; {@link org.qiao.customergroup.GroupDoor} lets in and counts.
/// - `GroupCodes` is the staff's side, `GroupEntrance` the customers'.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "messaging",
            "customer",
            "visit",
            "customergroup"
        })
package org.qiao.groupcode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
