/// The ways in: first visit, signing in, one-time links, invitations, joining, switching companies. Everything whose
/// answer is a
/// {@link org.qiao.onboarding.SessionView}. Owns the tables `onboarding_*`. The sample company uses {@link Companies},
/// {@link Setup} and {@link SignIns}.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "account", "directory", "naming"})
package org.qiao.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
