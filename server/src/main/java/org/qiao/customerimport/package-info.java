/// Customers out of a spreadsheet: every row is judged and shown before anything is written; then row by row, each in a
/// transaction of its own. Owns every table `customerimport_*`. docs/decisions/0030 explains it,
/// docs/customer-profile-http.md is the contract.
///
/// - `RowReading` reads a row, pure; `Lookups` finds out whom and what its words mean in this company.
/// - `ImportClock` writes what was started, portion by portion, and goes on after a restart; `RowWriting` is one row.
/// - {@link ImportedContacts} tells who was brought in with an address before he came himself.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "directoryimport",
            "form",
            "customer",
            "customerprofile",
            "followup"
        })
package org.qiao.customerimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
