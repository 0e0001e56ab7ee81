package org.qiao.messaging;

import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** What a client missed. */
@Service
public class SyncLog {

    public SyncAnswer sync(Actor actor, SyncRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Rises after a restore; a client that knows another era forgets its tails. */
    public long era() {
        return 1;
    }
}
