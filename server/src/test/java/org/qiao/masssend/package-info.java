/// Tests of mass messages: rules in tables, everything else over real HTTP.
@NullMarked
package org.qiao.masssend;

import org.jspecify.annotations.NullMarked;
