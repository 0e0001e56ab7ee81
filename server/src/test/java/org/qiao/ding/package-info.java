/// DINGs over HTTP and against the clock.
@NullMarked
package org.qiao.ding;

import org.jspecify.annotations.NullMarked;
