@NullMarked
package org.qiao.customercare;

import org.jspecify.annotations.NullMarked;
