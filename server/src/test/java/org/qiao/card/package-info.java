/// Cards through their service, as modules use it, and as members see them over HTTP and sockets.
@NullMarked
package org.qiao.card;

import org.jspecify.annotations.NullMarked;
