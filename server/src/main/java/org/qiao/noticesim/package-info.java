/// A simulated telephone network, for companies that want to try SMS and calls before they connect a real one, and for
/// everybody who wants to see what happens when a network is away, slow or lying. Owns every table `noticesim_*`.
/// Two carriers of the module `notice` and a page with phones; nobody is ever reached.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory", "notice"})
package org.qiao.noticesim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
