package org.qiao.bench;

/** What is done to the server, once in each cycle. */
enum Fault {
    KILL_SERVER(Way.KILL, ""),
    POINT_APPEND_BEGUN(Way.POINT, "append.begun"),
    POINT_APPEND_COMMITTED(Way.POINT, "append.committed"),
    POINT_APPEND_MID_BATCH(Way.POINT, "append.mid-batch"),
    POINT_APPEND_ACKED(Way.POINT, "append.acked"),
    POINT_FANOUT_ENTRY(Way.POINT, "fanout.entry"),
    POINT_SWEEP_BATCH(Way.POINT, "sweep.batch"),
    POINT_OUTBOX_FORGET(Way.POINT, "outbox.forget"),
    POINT_READ_FLUSH(Way.POINT, "read.flush"),
    POINT_TURN_UNCOMMITTED(Way.POINT, "turn.uncommitted"),
    POINT_TURN_COMMITTED(Way.POINT, "turn.committed"),
    POINT_START_DATABASE(Way.START_POINT, "start.database"),
    POINT_START_LANES(Way.START_POINT, "start.lanes"),
    POINT_DING_STEP_UNCOMMITTED(Way.LADDER, "ding.step-uncommitted"),
    POINT_DING_STEP_COMMITTED(Way.LADDER, "ding.step-committed"),
    POINT_NOTICE_CLAIMED(Way.LADDER, "notice.claimed"),
    POINT_NOTICE_CARRIED(Way.LADDER, "notice.carried"),
    POINT_DING_TOLD(Way.LADDER, "ding.told"),
    POINT_DING_CONFIRMED(Way.LADDER, "ding.confirmed"),
    POINT_APPROVAL_WRITTEN(Way.LADDER, "approval.written"),
    POINT_APPROVAL_MOVED(Way.LADDER, "approval.moved"),
    POINT_APPROVAL_TOLD(Way.LADDER, "approval.told"),
    POINT_ERASE_FINISH(Way.LADDER, "erase.finish"),
    POINT_ERASE_PART(Way.LADDER, "erase.part"),
    LOSE_ANSWER(Way.LOSE_ANSWER, "append.answer-lost"),
    KILL_BACKEND(Way.BACKEND, ""),
    KILL_POSTMASTER(Way.POSTMASTER, ""),
    STOP_SERVER(Way.STOP_SERVER, ""),
    STOP_DATABASE(Way.STOP_DATABASE, ""),
    SLOW_DISK(Way.SLOW_DISK, ""),
    FAILING_DISK(Way.FAILING_DISK, ""),
    FULL_DISK(Way.FULL_DISK, ""),
    OLDER_BACKUP(Way.OLDER_BACKUP, ""),
    CUT_SOCKETS(Way.CUT, ""),
    RESTART(Way.RESTART, "");

    final Way way;
    final String point;

    Fault(Way way, String point) {
        this.way = way;
        this.point = point;
    }

    enum Way {
        KILL,
        POINT,
        START_POINT,
        /** On the way of a DING, an approval or an erasure, where chat never comes by: the server's own crash tests end it there. */
        LADDER,
        LOSE_ANSWER,
        BACKEND,
        POSTMASTER,
        STOP_SERVER,
        STOP_DATABASE,
        SLOW_DISK,
        FAILING_DISK,
        FULL_DISK,
        OLDER_BACKUP,
        CUT,
        RESTART
    }

    boolean needsTracer() {
        return way == Way.SLOW_DISK || way == Way.FAILING_DISK;
    }
}
