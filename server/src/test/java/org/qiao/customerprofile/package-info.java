/// Tests of customers' profiles: rules in tables, everything else over real HTTP.
@NullMarked
package org.qiao.customerprofile;

import org.jspecify.annotations.NullMarked;
