package org.qiao.messaging;

/**
 * Where committed changes go. The gateway implements it; without an implementation nothing is delivered and clients catch up
 * by sync. Calls never block, and come in the order of seq for each conversation. A call is a hint: what it misses is found
 * by sequence.
 */
public interface Deliveries {

    /**
     * Runs work that answers and delivers a whole batch: what it says to one client may leave in one piece at the end. Always
     * runs it, once, before returning.
     */
    default void together(Runnable work) {
        work.run();
    }

    void entry(EntryAppended appended);

    void receipts(ReceiptsChanged changed);

    void personal(PersonalChange change);

    /** Something of another module moved for this person: see {@link Hints}. May be lost. */
    default void hint(Hint hint) {}

    /** Whether this person has a connection open now. */
    default boolean isConnected(long principalId) {
        return false;
    }

    /**
     * @param topic the module that means something by it
     * @param id what moved, in that module
     */
    record Hint(long principalId, String topic, long id, String kind) {}
}
