/// What every test needs: the context, the database, companies made in a moment.
@NullMarked
package org.qiao.testing;

import org.jspecify.annotations.NullMarked;
