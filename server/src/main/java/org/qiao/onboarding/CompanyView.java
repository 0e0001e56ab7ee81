package org.qiao.onboarding;

/** One company of an account, for the switch. */
public record CompanyView(long orgId, String name, long memberId, boolean enabled, boolean current) {}
