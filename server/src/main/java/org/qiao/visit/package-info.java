/// What customers call: the page of a code, coming in, their own contact with a company, proving who they are, leaving.
/// Owns every
/// table `visit_*`. docs/visit-http.md is the contract. Doors of other modules use {@link Admissions} and {@link
/// VisitPages}, who tells customers of something else {@link ReplyWays} and {@link ReplyLinks}.
///
/// - `VisitDoor` lets people in, `DoorLimits` and `Work` keep floods out; {@link org.qiao.contactway.Arrivals} decides
/// who serves.
/// - `VisitCodes` and `HostTokens` prove addresses and signed users; `Proofs` says what follows.
/// - `ReplyFeed` notes what was said in customers' threads, `ReplyClock` answers for those who are off and tells those
/// whose page is
///   closed (`ReplyTelling`): by push, else by e-mail.
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
            "noticepush",
            "customer",
            "contactway",
            "customerimport"
        })
package org.qiao.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
