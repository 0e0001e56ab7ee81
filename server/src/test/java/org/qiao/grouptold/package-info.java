/// Tests of the module `customergroup`.
@NullMarked
package org.qiao.grouptold;

import org.jspecify.annotations.NullMarked;
