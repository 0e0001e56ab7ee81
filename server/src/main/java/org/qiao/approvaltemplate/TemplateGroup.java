package org.qiao.approvaltemplate;

/** A heading under which templates are shown. */
record TemplateGroup(long id, String name) {}
