package org.qiao.ding;

/** Where a DING was made. */
public enum DingSource {
    CHAT,
    WORKBENCH,
    API
}
