package org.qiao.customerguard;

/** What somebody should know of. */
enum AlertKind {
    /** An employee has ended the contact with a customer. */
    EMPLOYEE_ENDED,
    /** A customer has ended the contact with an employee. */
    CUSTOMER_ENDED,
    /** A customer was blocked for the whole company. */
    BLOCKED,
    /** An employee has recalled many messages to customers within a short time. */
    RECALLED_MANY,
    REMOVED_FROM_GROUP
}
