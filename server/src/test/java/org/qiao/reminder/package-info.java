/// Reminders: their rules, and the engine against the clock.
@NullMarked
package org.qiao.reminder;

import org.jspecify.annotations.NullMarked;
