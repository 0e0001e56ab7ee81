/// SMS for `notice`, by a provider that speaks SMPP or a gateway that speaks HTTP. Owns `notice_callback`.
///
/// - `SmppCarrier` keeps one `SmppLink` for each company; `SmppInbox` reads what comes in, `PartReceipts` and
/// `LongReplies` join what came in parts.
/// - `HttpSmsCarrier` fills in a `GatewayTemplate`; `Callbacks` takes what a gateway posts later.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "notice"})
package org.qiao.noticesms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
