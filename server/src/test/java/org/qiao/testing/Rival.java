package org.qiao.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who wants the same as the transaction that runs here. */
public final class Rival {

    private Rival() {}

    /** Starts it, and comes back when it waits for a lock that is held here, or is through. */
    public static Thread start(JdbcClient jdbc, Runnable work) {
        Thread rival = Thread.ofVirtual().start(work);
        Await.until(() -> !rival.isAlive() || isWaiting(jdbc));
        return rival;
    }

    /** Whether anybody waits for a lock that this transaction holds. */
    public static boolean isWaiting(JdbcClient jdbc) {
        return jdbc.sql("""
                        select exists (
                            select 1
                            from pg_locks l
                            where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid)))
                        """).query(Boolean.class).single();
    }
}
