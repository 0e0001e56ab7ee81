/// The sample company: sixty invented people whose conversations are real dialogues, pictures and documents drawn while
/// it
/// loads, and forty-five customers; and the crowd, thousands of people for measurements. Nobody depends on this module.
///
/// - Approvals, reports, people who come by codes: through the public services of their modules, each in the past.
/// - {@link Doors} calls the endpoints of everything else in the caller's thread; {@link SampleScript} plays steps that
///   are written as data. docs/decisions/0035 says why.
/// - {@link SampleSequel} does after the commit what needs it, ordered by a reminder.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "directory",
            "onboarding",
            "messaging",
            "file",
            "audience",
            "approvaltemplate",
            "approval",
            "reporttemplate",
            "report",
            "reminder",
            "customer",
            "contactway",
            "customergroup"
        })
package org.qiao.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
