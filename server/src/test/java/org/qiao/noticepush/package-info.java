/// Pushes to a push service and browsers of our own.
@NullMarked
package org.qiao.noticepush;

import org.jspecify.annotations.NullMarked;
