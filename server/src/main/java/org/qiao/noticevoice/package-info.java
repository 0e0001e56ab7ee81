/// Telephone calls for `notice` through the company's SIP line: settings in, what the call has brought out. Owns no
/// table; the calling is the module `voice`.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "file", "notice", "voice"})
package org.qiao.noticevoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
