/// Messages to many customers at once: written by an employee for his own, or for the company and confirmed by each
/// employee. Owns every table `masssend_*`. docs/decisions/0025 explains it, docs/mass-message-http.md is the contract.
///
/// - `MassMessages` is what people do with them, `MassTargets` finds out to whom one goes, `MassRule` is who gets it,
/// pure.
/// - `MassSending` sends in portions and `MassRecalls` takes back; `MassClock` wakes both. Each says a message under a
/// key
///   made of the mass and the customer, so a crash or a second runner says nothing twice.
/// - `OptOuts` keeps who wants none; `Answers` hears what customers answer.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "account",
            "naming",
            "directory",
            "audience",
            "file",
            "attachment",
            "messaging",
            "card",
            "customer",
            "customerprofile",
            "customergroup",
            "customerguard",
            "threadfeed"
        })
package org.qiao.masssend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
