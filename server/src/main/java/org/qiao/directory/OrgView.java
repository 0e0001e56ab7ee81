package org.qiao.directory;

/** A company as its members see it. */
public record OrgView(long id, String name, String zone, String locale, OrgSettings settings) {}
