package org.qiao.platform;

/** A part of the administration that somebody does without being an administrator. */
public enum Duty {
    APPROVAL_TEMPLATES,
    REPORT_TEMPLATES
}
