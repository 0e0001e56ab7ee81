/// The sample company: sixty invented people whose conversations are real dialogues, pictures and documents drawn while
/// it
/// loads; and the crowd, thousands of people for measurements. Nobody depends on this module; approvals and
/// reports are asked for and written through the doors of their modules, each in the past. It uses only what every
/// other module may use.
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
            "contactway"
        })
package org.qiao.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
