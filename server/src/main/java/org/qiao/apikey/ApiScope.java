package org.qiao.apikey;

/** What a key may be used for. */
public enum ApiScope {
    APPROVALS_START,
    APPROVALS_READ,
    APPROVALS_DECIDE,
    TASKS_PUSH,
    /** In the name of a member, for what is then started or decided. */
    FILES_UPLOAD
}
