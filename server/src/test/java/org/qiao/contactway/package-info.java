/// Tests of the module `contactway`.
@NullMarked
package org.qiao.contactway;

import org.jspecify.annotations.NullMarked;
