/// Approvals as other systems see them.
@NullMarked
package org.qiao.approvalopen;

import org.jspecify.annotations.NullMarked;
