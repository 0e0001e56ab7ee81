package org.qiao.bench;

import java.util.List;
import java.util.Map;

/**
 * What clients did and saw while the server was mistreated.
 *
 * @param sightings of each device in its own order
 * @param devices whose each one is
 * @param holdings of all devices at the end
 * @param unreads what the server itself counted for people at the end
 */
record History(
        List<Operation> operations,
        List<Sighting> sightings,
        Map<Integer, Long> devices,
        List<Holding> holdings,
        List<Mark> marks,
        List<Unread> unreads,
        List<Trouble> troubles,
        List<Rewind> rewinds,
        List<Size> sizes) {

    /** A read mark that the server told a device. */
    record Mark(int device, long person, long conversation, long readSeq, long at) {}

    record Unread(long person, long conversation, long count) {}

    /**
     * A fault, until everybody was up to date again.
     *
     * @param crash the program's memory was lost when it ended
     */
    record Trouble(String fault, long begun, long ended, boolean crash) {}

    /** The database was put back, as by restoring a backup: what came behind {@code seq} is gone, and the era is new. */
    record Rewind(long conversation, long seq, long era, long at) {}

    /** How large the server was when everything had settled. */
    record Size(String what, long value, long most) {}
}
