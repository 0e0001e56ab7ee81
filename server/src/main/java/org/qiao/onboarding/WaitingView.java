package org.qiao.onboarding;

import java.time.Instant;

/**
 * Somebody who wants to join, as administrators see it.
 *
 * @param login the phone number or e-mail address the person signed up with; nobody has verified it
 */
record WaitingView(long id, String name, String login, long invitationId, Instant createdAt) {}
