package org.qiao.naming;

/** Which property of a person a question hit; shown beside the hit. */
public enum NameMatch {
    NAME,
    PINYIN,
    INITIALS,
    ALIAS,
    NUMBER,
    PHONE
}
