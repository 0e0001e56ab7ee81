/// What people are told about messages while they do not look: Web Push of new ones, and a digest by e-mail once a day.
/// Owns every table `messagenotice_*`. docs/decisions/0012 explains it. Nobody depends on this module.
///
/// - {@link TellRule} decides, {@link TellChoices} knows what a company and its members want.
/// - `Feed` takes what is committed from the message log, `Sorting` finds out whom it concerns and when, `Calling`
/// tells those who
///   have still not read it. `MessageClock` drives both; nothing is kept in memory.
/// - `DigestClock` serves the companies' digests page by page through `Digests`.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory", "messaging", "notice"})
package org.qiao.messagenotice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
