/// Tests of the module `customergroup`.
@NullMarked
package org.qiao.customergroup;

import org.jspecify.annotations.NullMarked;
