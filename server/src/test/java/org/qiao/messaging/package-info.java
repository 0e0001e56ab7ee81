@NullMarked
package org.qiao.messaging;

import org.jspecify.annotations.NullMarked;
