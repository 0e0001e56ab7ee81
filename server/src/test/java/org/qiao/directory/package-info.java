/// Tests of the directory: rules in plain JUnit, everything else over real HTTP.
@NullMarked
package org.qiao.directory;

import org.jspecify.annotations.NullMarked;
