/// The generated isolation test: every operation, every kind of stranger, own, foreign and missing ids.
/// An operation without a row in {@link org.qiao.isolation.Operations} fails the build.
@NullMarked
package org.qiao.isolation;

import org.jspecify.annotations.NullMarked;
