/// Tests of the module `grouptold`.
@NullMarked
package org.qiao.grouptold;

import org.jspecify.annotations.NullMarked;
