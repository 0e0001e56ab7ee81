package org.qiao.onboarding;

import java.time.Instant;

/** What a stranger with an invitation sees before deciding. */
record DoorView(String companyName, String inviterName, boolean approval, Instant expiresAt) {}
