/// Approvals for other systems: events, calls of WEBHOOK nodes and their answers, the operations under
/// `/api/open/approvals`. Owns `approvalopen_*`. docs/open-api.md is the contract.
///
/// - `Broadcast` hears every move and hands it to `webhook`; it may run twice.
/// - `HookCalls` remembers nodes that wait; the other system answers at `/api/public/approval-hooks/{token}`.
/// - `OpenApprovals` starts, shows and decides in the name of a member, through {@link org.qiao.approval.Approvals};
/// `OpenFileController` takes the files that come along.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "apikey", "flow", "approval", "webhook", "file"})
package org.qiao.approvalopen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
