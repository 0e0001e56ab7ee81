/// When a company works.
@NullMarked
package org.qiao.workcalendar;

import org.jspecify.annotations.NullMarked;
