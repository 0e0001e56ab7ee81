package org.qiao.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Link;

/**
 * What the page behind a one-time link shows.
 *
 * @param name of the member it is for
 */
record LinkView(Link.Purpose purpose, String name, @Nullable String companyName, Instant expiresAt) {}
