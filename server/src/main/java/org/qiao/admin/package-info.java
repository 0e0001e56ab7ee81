/// What the operator of the machine sees: the numbers of this process over the last ten minutes, facts, the slowest
/// statements.
/// Owns no table. Everything is of the whole server, nothing of a company; {@link Operators} decides who may look.
/// Reads other modules' meters by their names, so that nobody depends on this module and it on few.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "directory", "messaging"})
package org.qiao.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
