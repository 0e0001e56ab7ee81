/// Tests of the product album, over real HTTP.
@NullMarked
package org.qiao.product;

import org.jspecify.annotations.NullMarked;
