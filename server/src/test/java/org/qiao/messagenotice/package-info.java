/// The rules of DINGs as tables, and their administration over HTTP.
@NullMarked
package org.qiao.messagenotice;

import org.jspecify.annotations.NullMarked;
