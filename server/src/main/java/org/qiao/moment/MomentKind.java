package org.qiao.moment;

/** Who wants it: the company, whose employees confirm; or one employee for himself. */
enum MomentKind {
    COMPANY,
    PERSONAL
}
