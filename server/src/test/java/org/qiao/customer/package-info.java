/// Tests of the module `customer`.
@NullMarked
package org.qiao.customer;

import org.jspecify.annotations.NullMarked;
