/// x
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "directory", "form", "flow"})
package org.qiao.approvaltemplate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
