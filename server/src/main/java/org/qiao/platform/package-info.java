/// What every module needs and nobody owns: the acting person, refusals, paging, time, the database connection.
/// Small on purpose: a class belongs here only when three modules use it.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.qiao.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
