@NullMarked
package org.qiao.flow;

import org.jspecify.annotations.NullMarked;
