package org.qiao.handover;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qiao.handover.LeaverStore.Leaver;
import org.springframework.stereotype.Service;

/** Who looks after the customers of somebody who has left, as far as anybody led him. */
@Service
public class LeaverLeads {

    private final LeaverStore store;

    LeaverLeads(LeaverStore store) {
        this.store = store;
    }

    /** Who led him; empty when nobody did, or he has not left. */
    public Optional<Long> leadOf(long orgId, long memberId) {
        return store.find(orgId, memberId).map(Leaver::leadId);
    }

    /** The leavers whom these people led. */
    public List<Long> ledBy(long orgId, Collection<Long> leads) {
        return leads.isEmpty() ? List.of() : store.ofLeads(orgId, leads);
    }
}
