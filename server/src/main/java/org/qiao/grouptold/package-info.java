/// Customers whose page is closed are told of what is said in their groups: of mentions at once, of everything else
/// gathered and by push only. Owns every table `grouptold_*`. docs/decisions/0036 explains it, docs/visit-http.md is
/// the contract. Nobody depends on this module.
///
/// - {@link ToldRule} decides, pure; {@link ToldWording} has the words.
/// - `ToldSorting` hears what was said in groups (a lane of `threadfeed`) and finds out whom it concerns, `ToldCalling`
///   tells those who have still not read it, driven by `ToldClock`; nothing is kept in memory.
/// - `ToldQuiets` are the groups of which somebody wants to hear nothing.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "directory",
            "messaging",
            "notice",
            "customer",
            "customergroup",
            "threadfeed",
            "visit"
        })
package org.qiao.grouptold;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
