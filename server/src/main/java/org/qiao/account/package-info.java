/// Logins, sessions, devices, principals. Owns `account`, `account_session`, `account_link` and `principal`.
/// Others take {@link org.qiao.platform.Actor} or {@link SignedIn} as a controller parameter and call {@link Sessions}.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.qiao.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
