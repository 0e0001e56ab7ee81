/// Whom something is for: a range of members that templates of approvals and reports keep. Owns no table.
///
/// - {@link StartRange} is the range as JSON; {@link Audiences} knows who is in one.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "directory"})
package org.qiao.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
