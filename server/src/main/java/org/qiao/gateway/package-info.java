/// The WebSocket gateway on its own port: frames in, frames out, resume after a short cut, back-pressure, drain.
/// Owns no table. Talks to people through {@link org.qiao.messaging.Deliveries}, which it implements; docs/protocol.md
/// is its manual.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "messaging"})
package org.qiao.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
