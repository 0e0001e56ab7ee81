package org.qiao.handover;

/** Whether the next one may read what was said before. Until the customer agrees he may not. */
enum HistoryAnswer {
    ASKED,
    GIVEN,
    REFUSED
}
