package org.qiao.messagenotice;

/** Which messages somebody wants to be told about while he does not look. */
enum TellWhat {
    ALL,
    /** What names the person or everybody, and everything in direct conversations. */
    MENTIONS,
    NOTHING
}
