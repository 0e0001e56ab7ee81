/// Cards in conversations: what a module shows of an approval, a report or a DING where people talk. Owns `card_place`.
/// docs/decisions/0015 explains them.
///
/// - {@link Cards} is the door for modules: an app tells members something in its own voice, a member shares something,
///   and everybody who sees a card is told to look again when its subject has moved.
/// - {@link CardSummary} is what stays in the log; what is so now, clients ask of the module that owns the subject.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "messaging"})
package org.qiao.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
