package org.qiao.report;

/** Edited, withdrawn or talked about: whoever sees its card looks again. */
record ReportChanged(long orgId, long reportId) {}
