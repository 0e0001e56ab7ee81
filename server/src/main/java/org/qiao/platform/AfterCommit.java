package org.qiao.platform;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what may be lost in a crash and must not be seen before the commit: hints to sockets, waking a clock. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the action after the current transaction was committed, at once without one, never after a rollback. */
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
