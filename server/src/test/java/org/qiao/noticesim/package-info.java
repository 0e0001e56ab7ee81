/// The simulated telephone network over HTTP.
@NullMarked
package org.qiao.noticesim;

import org.jspecify.annotations.NullMarked;
