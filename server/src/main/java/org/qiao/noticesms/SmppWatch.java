package org.qiao.noticesms;

import org.qiao.notice.CarrierKind;
import org.qiao.notice.Carriers;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the connections to SMPP providers open although nothing is sent: after a start of the server or new settings, receipts and
 * replies would otherwise wait at the provider for the next SMS.
 */
@Component
class SmppWatch {

    private final Carriers carriers;
    private final SmppCarrier smpp;

    SmppWatch(Carriers carriers, SmppCarrier smpp) {
        this.carriers = carriers;
        this.smpp = smpp;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 15_000)
    void look() {
        carriers.inUse(CarrierKind.SMPP).forEach(smpp::open);
    }
}
