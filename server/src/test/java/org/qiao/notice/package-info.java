/// What goes out, and what comes back.
@NullMarked
package org.qiao.notice;

import org.jspecify.annotations.NullMarked;
