package org.qiao.customerguard;

/** What happens to a message in which a rule finds something. */
enum GuardAction {
    /** It goes, and the rule's people are told. */
    WARN,
    /** It does not go; they are told, too. */
    BLOCK
}
