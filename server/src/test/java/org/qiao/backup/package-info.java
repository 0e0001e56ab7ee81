/// Backup and restore.
@NullMarked
package org.qiao.backup;

import org.jspecify.annotations.NullMarked;
