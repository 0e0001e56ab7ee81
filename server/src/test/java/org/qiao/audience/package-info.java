@NullMarked
package org.qiao.audience;

import org.jspecify.annotations.NullMarked;
