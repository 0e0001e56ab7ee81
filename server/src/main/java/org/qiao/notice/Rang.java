package org.qiao.notice;

/** Takes note that the telephone of an order rings: after a crash it is not rung a second time. */
interface Rang {

    void rang(long orderId);
}
