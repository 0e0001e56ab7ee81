/// Tests of the material library, over real HTTP.
@NullMarked
package org.qiao.material;

import org.jspecify.annotations.NullMarked;
