package org.qiao.reporttemplate;

/** A template was published anew, stopped, opened again or deleted: reminders are to be computed again. */
public record ReportTemplateChanged(long orgId, long templateId) {}
