/// Tests of the module `groupguard`.
@NullMarked
package org.qiao.groupguard;

import org.jspecify.annotations.NullMarked;
