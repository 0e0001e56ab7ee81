/// Logins, sessions, devices, principals. Owns `account`, `account_session`, `account_link` and `principal`,
/// and of customers `account_guest` and `account_guest_session`.
/// Others take {@link org.qiao.platform.Actor} or {@link SignedIn} as a controller parameter ({@link Guest}
/// under `/api/visit`) and call {@link Sessions} and {@link Guests}.
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.qiao.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
