/// Calls through a line.
@NullMarked
package org.qiao.noticevoice;

import org.jspecify.annotations.NullMarked;
