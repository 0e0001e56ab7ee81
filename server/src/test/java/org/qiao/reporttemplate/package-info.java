/// Tests of work reports: rules in tables, everything else over real HTTP.
@NullMarked
package org.qiao.reporttemplate;

import org.jspecify.annotations.NullMarked;
