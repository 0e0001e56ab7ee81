/// The gateway under test: handlers in an embedded channel, and real sockets against the running server.
@NullMarked
package org.qiao.gateway;

import org.jspecify.annotations.NullMarked;
