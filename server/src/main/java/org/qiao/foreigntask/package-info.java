/// Tasks that a company's other systems give to its members, who see and answer them here. Owns `foreigntask_*`.
/// docs/open-api.md is the contract, docs/decisions/0018 says why.
///
/// - `TaskPushes` serves programs (`/api/open/tasks`), `ForeignTasks` people (`/api/foreign-tasks`).
/// - {@link ForeignTask} and `AssigneeRule` hold the rules and know neither SQL nor HTTP.
/// - `TaskLedger` is the only place that writes: one company's moves come one after the other, each with its number.
/// - `TaskEffects` tells people in chat after the commit; it may run twice.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory", "apikey", "messaging", "card", "webhook"})
package org.qiao.foreigntask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
