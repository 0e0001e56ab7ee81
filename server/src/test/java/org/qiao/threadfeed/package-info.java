/// Tests of the module `threadfeed`.
@NullMarked
package org.qiao.threadfeed;

import org.jspecify.annotations.NullMarked;
