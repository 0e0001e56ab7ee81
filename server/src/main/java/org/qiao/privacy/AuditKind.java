package org.qiao.privacy;

/** What is written down about privacy, for ever. */
enum AuditKind {
    SETTINGS_CHANGED,
    CONSENT_WITHDRAWN,
    EXPORT_ASKED,
    EXPORT_READY,
    EXPORT_OPENED,
    EXPORT_REMOVED,
    ERASURE_ASKED,
    ERASURE_CANCELLED,
    ERASURE_BEGUN,
    ERASED,
    DEVICES_FORGOTTEN,
    REGISTER_CHANGED,
    REGISTER_EXPORTED
}
