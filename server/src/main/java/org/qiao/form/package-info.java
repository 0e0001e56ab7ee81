/// Forms: what fields there are, what may be filled in, what is computed, when something is shown. Pure rules first;
/// approvals
/// and work reports are built on them. docs/decisions/0014 explains fields and values.
///
/// - {@link Condition} is the one way to say "if": fields are shown by it, routes branch by it.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "naming", "directory", "file"})
package org.qiao.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
