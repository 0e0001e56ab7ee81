/// The ways in, over real HTTP.
@NullMarked
package org.qiao.onboarding;

import org.jspecify.annotations.NullMarked;
