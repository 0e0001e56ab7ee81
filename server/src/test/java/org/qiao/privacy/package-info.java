/// Tests of the module `privacy`.
@NullMarked
package org.qiao.privacy;

import org.jspecify.annotations.NullMarked;
