package org.qiao.privacy;

/** How far a package is. GONE: it was kept for its days. */
enum ExportState {
    WAITING,
    RUNNING,
    READY,
    FAILED,
    GONE
}
