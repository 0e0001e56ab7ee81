/// Tasks of other systems.
@NullMarked
package org.qiao.foreigntask;

import org.jspecify.annotations.NullMarked;
