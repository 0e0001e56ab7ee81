/// What a company makes of its customers: tags, lifecycle, attributes, lists with filters and segments, duplicates.
/// Owns every table `customerprofile_*`. docs/decisions/0021 explains it, docs/customer-profile-http.md is the
/// contract.
///
/// - `CustomerTags` is the only place that sets tags on relations.
/// - `Projection` keeps one line for each relation, for lists; `ThreadMoves` adds when who wrote last. Nothing here is
///   the truth about relations: module `customer` is asked for every right.
/// - {@link RuleTags} and {@link ImportedProfiles} are for modules that tag by rules and bring customers in.
/// - `LineListStore` joins constant fragments to the one query behind list, count, segment and export.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "naming",
            "directory",
            "messaging",
            "form",
            "customer",
            "contactway",
            "threadfeed"
        })
package org.qiao.customerprofile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
