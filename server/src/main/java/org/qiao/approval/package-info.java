/// Approvals: submits, decides, comments, lists. Owns `approval` and every table `approval_*` but the templates.
/// docs/decisions/0013 explains the engine, docs/approval-http.md is the contract.
///
/// - Others call {@link Approvals} for a person and {@link ApprovalFeed} for nobody, and listen to {@link
/// ApprovalMoved}; the
/// rest is nobody's business.
/// - `Runs` is the only place where events are appended: it locks the run, lets `flow` judge and writes what follows.
/// - `Effects` makes what a move causes outside: cards, hints, reminders. It may run twice.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "file",
            "messaging",
            "ding",
            "card",
            "form",
            "flow",
            "workcalendar",
            "reminder",
            "approvaltemplate"
        })
package org.qiao.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
