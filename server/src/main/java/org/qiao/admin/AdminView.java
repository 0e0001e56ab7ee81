package org.qiao.admin;

/** Answer of GET /api/admin. @param system whether this person may look at the machine */
record AdminView(boolean system) {}
