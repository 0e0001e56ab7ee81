package org.qiao.approvaltemplate;

/** A heading under which templates are shown. */
record Group(long id, String name) {}
