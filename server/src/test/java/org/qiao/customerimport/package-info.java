/// Tests of bringing customers in, over real HTTP.
@NullMarked
package org.qiao.customerimport;

import org.jspecify.annotations.NullMarked;
