/// Backup and restore: `./qiao backup` and `./qiao restore`. A process of its own beside the server or instead of it,
/// on
/// plain connections.
/// Reads and writes every table by the catalogue, knows none by name but the era, and belongs to nobody's request.
/// docs/operations.md is its manual.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.qiao.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
