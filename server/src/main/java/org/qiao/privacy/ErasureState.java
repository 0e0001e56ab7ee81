package org.qiao.privacy;

/** How far an erasure is. */
enum ErasureState {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED
}
