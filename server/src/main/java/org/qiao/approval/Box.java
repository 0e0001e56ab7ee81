package org.qiao.approval;

/** Which runs a list shows. */
enum Box {
    /** Those with an open task of mine. */
    TODO,
    /** Those I have decided something in. */
    DONE,
    SENT,
    /** Those I was given a copy of. */
    TOLD,
    /** Those my data rights show, whoever sent them. */
    ALL
}
