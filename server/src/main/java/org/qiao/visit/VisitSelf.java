package org.qiao.visit;

import java.util.List;
import org.qiao.account.Guest;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.visit.VisitRequests.VisitSelfRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a guest decides about himself. */
@Service
class VisitSelf {

    private final Customers customers;
    private final CustomerRules rules;
    private final Guests guests;

    VisitSelf(Customers customers, CustomerRules rules, Guests guests) {
        this.customers = customers;
        this.rules = rules;
        this.guests = guests;
    }

    @Transactional
    public void change(Guest guest, VisitSelfRequest input) {
        String name = VisitDoor.checked(input.name());
        if (input.replyByEmail() && !hasAddress(guest)) {
            throw VisitProblem.NO_ADDRESS.problem();
        }
        customers.rename(guest.orgId(), guest.id(), name, guest.id());
        customers.setReplyByEmail(guest.orgId(), guest.id(), input.replyByEmail());
    }

    private boolean hasAddress(Guest guest) {
        List<CustomerKey> keys = customers.keys(guest.orgId(), guest.id());
        return CustomerKey.last(keys, CustomerKey.Kind.EMAIL).isPresent()
                || CustomerKey.last(keys, CustomerKey.Kind.PHONE).isPresent();
    }

    @Transactional
    public void consent(Guest guest, int version) {
        int current = rules.noticeVersion(guest.orgId());
        if (version != current) {
            throw VisitProblem.NOTICE_CHANGED.problem("version", current);
        }
        customers.consent(
                guest.orgId(), customers.current(guest.orgId(), guest.id()).id(), version);
    }

    /** The device that asks is nobody's any more; others of his stay. */
    void forgetDevice(Guest guest) {
        guests.revoke(guest.orgId(), guest.id(), guest.sessionId());
    }
}
