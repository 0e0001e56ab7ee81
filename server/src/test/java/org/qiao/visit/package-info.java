/// Tests of the module `visit`.
@NullMarked
package org.qiao.visit;

import org.jspecify.annotations.NullMarked;
