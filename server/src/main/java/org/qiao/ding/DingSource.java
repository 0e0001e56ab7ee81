package org.qiao.ding;

/** Where a DING was made. */
public enum DingSource {
    CHAT,
    WORKBENCH,
    API,
    APPROVAL,
    REPORT;

    /** Other modules say so, with a {@link DingOrigin}; nobody can claim it over HTTP. */
    boolean hasOrigin() {
        return this == APPROVAL || this == REPORT;
    }
}
