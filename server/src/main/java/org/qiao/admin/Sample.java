package org.qiao.admin;

/**
 * The server at one moment; rates are those of the time since the sample before.
 *
 * @param at milliseconds since 1970
 * @param rates what happened in each second
 * @param times of acknowledgements and of the database call of a batch
 * @param queues what waits
 * @param memory in bytes
 * @param cpu cores used: 1 is one core
 */
record Sample(long at, int connections, Rates rates, Times times, Queues queues, Memory memory, Cpu cpu) {

    record Rates(double sends, double acks, double deliveries, double framesIn) {}

    /** Milliseconds, and the mean number of drafts in a batch; 0 when nothing happened. */
    record Times(double ackP50, double ackP99, double databaseP50, double databaseP99, double batch) {}

    /** @param pool connections of the pool in use; @param poolWaiting threads that wait for one */
    record Queues(int lanes, int workers, int callbacks, int outbox, int pool, int poolWaiting) {}

    /** @param direct outside the heap; @param resident of the whole process; @param database of its processes, shared memory counted once */
    record Memory(long heap, long direct, long resident, long database) {}

    record Cpu(double server, double database) {}
}
