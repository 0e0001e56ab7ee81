/// The page "System" over real HTTP, and what the collector gets.
@NullMarked
package org.qiao.admin;

import org.jspecify.annotations.NullMarked;
