package org.qiao.platform;

/** Administrative rights of a member. A sub-administrator's departments are kept by the directory. */
public enum Grant {
    OWNER,
    ADMIN,
    SUB_ADMIN
}
