package org.qiao.noticepush;

/** A browser that may be reached now. */
record SubscriptionView(long id) {}
