/// Tests of the module `groupcode`.
@NullMarked
package org.qiao.groupcode;

import org.jspecify.annotations.NullMarked;
