@NullMarked
package org.qiao.customerguard;

import org.jspecify.annotations.NullMarked;
