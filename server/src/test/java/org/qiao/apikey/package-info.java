/// Keys of programs.
@NullMarked
package org.qiao.apikey;

import org.jspecify.annotations.NullMarked;
