/// DING: who is reached by what and when, until he has confirmed. Owns `ding` and every table `ding_*`.
/// docs/decisions/0007 explains the ladder, docs/ding-http.md is the contract.
///
/// - Others call {@link Dings} with a {@link DingDraft}.
/// - `LadderClock` asks every second for recipients whose step is due; `Climb` takes their steps in one transaction
/// through `Steps`, which is the only way out to people.
/// - `Confirmations` ends a ladder, whatever the way; `Returns` hears what became of the orders.
/// - `Board` is the sender's view, `Inbox` the recipient's.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "file",
            "messaging",
            "notice",
            "dingrule",
            "card"
        })
package org.qiao.ding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
