/// Whole-system guards: what every module must keep, checked from the first day.
@NullMarked
package org.qiao.house;

import org.jspecify.annotations.NullMarked;
