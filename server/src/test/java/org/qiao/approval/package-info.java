@NullMarked
package org.qiao.approval;

import org.jspecify.annotations.NullMarked;
