/// Tests of rules that tag customers.
@NullMarked
package org.qiao.tagrule;

import org.jspecify.annotations.NullMarked;
