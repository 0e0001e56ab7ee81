package org.qiao.privacy;

/** Who wants a customer to be erased. */
enum ErasureOrigin {
    CUSTOMER,
    ADMINISTRATOR,
    RETENTION
}
