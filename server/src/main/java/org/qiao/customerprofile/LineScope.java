package org.qiao.customerprofile;

/** Whose customers a list shows: one's own, those of the people one leads, everybody's (administrators). */
enum LineScope {
    MINE,
    TEAM,
    ALL
}
