/// The product. Every module is one flat package below; see docs/tour.md.
@NullMarked
package org.qiao;

import org.jspecify.annotations.NullMarked;
