package org.qiao.customerprofile;

/** Whoever wrote or was written to last comes first, or whoever came last. */
enum LineOrder {
    ACTIVE,
    NEWEST
}
