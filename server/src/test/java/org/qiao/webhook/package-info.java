/// Webhooks against a real peer on this machine.
@NullMarked
package org.qiao.webhook;

import org.jspecify.annotations.NullMarked;
