/// Tells a company's other systems what happened: signed, retried for a day, each event once for each endpoint.
/// Owns `webhook_*`. docs/open-api.md is the contract, docs/decisions/0017 says why.
///
/// - Others call {@link Webhooks} in the transaction of what happened, or from a listener; a key makes repeats
/// harmless.
/// - `WebhookClock` claims what is due, `WebhookSender` posts it outside any transaction.
/// - `Endpoints` and `Deliveries` are the administrators' side.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.qiao.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
