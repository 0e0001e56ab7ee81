package org.qiao.customer;

/** Why a relation was closed. */
public enum RelationEnd {
    /** The employee has ended it. */
    EMPLOYEE,
    /** The customer has: administrators are told. */
    CUSTOMER,
    /** The customer was blocked in the company; undone together with it. */
    BLOCKED,
    HANDED_OVER,
    /** He had another one with the same employee. */
    MERGED,
    /** The employee has left the company. */
    LEFT,
    ERASED
}
