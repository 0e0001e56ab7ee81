@NullMarked
package org.qiao.moment;

import org.jspecify.annotations.NullMarked;
