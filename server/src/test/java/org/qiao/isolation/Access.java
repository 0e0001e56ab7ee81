package org.qiao.isolation;

/** Who may use an operation at all. */
enum Access {
    /** No token needed; the answer must still show nothing of a company to a stranger. */
    OPEN,
    /** Any account, only its own data; also for people without a company or disabled in it. */
    ACCOUNT,
    /** Every active member of the company. */
    MEMBER,
    /** Members of the conversation; colleagues outside it see nothing. */
    PARTICIPANT,
    /** Administrators. */
    ADMIN,
    /** The owner. */
    OWNER,
    /** Customers, with the token of a device: each only what is his own. */
    GUEST,
    /** Programs with a key of the company; no session opens it. */
    PROGRAM
}
