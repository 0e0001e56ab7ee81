package org.qiao.approvaltemplate;

/** Deleted ones are hidden from everybody; their versions stay for what was applied for with them. */
public enum TemplateState {
    ACTIVE,
    STOPPED,
    DELETED
}
