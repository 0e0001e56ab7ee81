package org.qiao.customerguard;

/** Where something stands that a rule found. */
public enum WrittenPlace {
    /** Said in a conversation. */
    CHAT,
    /** A mass message. */
    MASS,
    MOMENT,
    /** An employee's answer under a moment. */
    COMMENT,
    /** First words, also of a code or a group. */
    WELCOME,
    /** What is answered by itself: to words in a group, or while somebody is off. */
    REPLY,
    /** The notice of a group. */
    NOTICE
}
