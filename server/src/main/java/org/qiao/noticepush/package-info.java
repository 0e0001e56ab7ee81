/// Web Push for `notice`: hints to browsers that a member or a customer has asked for, also while no page is open. Owns
/// `notice_subscription`.
///
/// - `PushCarrier` encrypts with `PushCipher` and signs with `VapidKeys`; `PushAddresses` says whom it may call.
/// - `Subscriptions` belong to the session that made them and end with it; {@link PushDevices} tells and forgets those
/// of
/// a customer.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "notice"})
package org.qiao.noticepush;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
