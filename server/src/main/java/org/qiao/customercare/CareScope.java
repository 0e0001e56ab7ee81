package org.qiao.customercare;

/** Whose customers: one's own, those of the people one leads, everybody's (administrators). */
enum CareScope {
    MINE,
    TEAM,
    ALL
}
