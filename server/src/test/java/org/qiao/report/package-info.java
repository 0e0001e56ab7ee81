/// Tests of work reports: rules in tables, everything else over real HTTP.
@NullMarked
package org.qiao.report;

import org.jspecify.annotations.NullMarked;
