/// SMS by SMPP and HTTP, and what comes back.
@NullMarked
package org.qiao.noticesms;

import org.jspecify.annotations.NullMarked;
