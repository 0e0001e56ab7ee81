package org.qiao.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * @param session of the new member; null while somebody has to approve
 */
record JoinView(State state, @Nullable SessionView session) {

    enum State {
        JOINED,
        PENDING
    }
}
