/// Tests of names: pinyin, keys, mixtures.
@NullMarked
package org.qiao.naming;

import org.jspecify.annotations.NullMarked;
