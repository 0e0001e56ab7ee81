package org.qiao.apikey;

/** What a key may be used for. */
public enum ApiScope {
    APPROVALS_START,
    APPROVALS_READ,
    APPROVALS_DECIDE,
    TASKS_PUSH
}
