@NullMarked
package org.qiao.archive;

import org.jspecify.annotations.NullMarked;
