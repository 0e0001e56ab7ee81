package org.qiao.directoryimport;

/** CHECKING reads the file, RUNNING writes. CHECKED waits for the administrator's decision. */
enum ImportState {
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    FAILED
}
