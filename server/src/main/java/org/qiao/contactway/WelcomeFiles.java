package org.qiao.contactway;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.qiao.file.FileKeeper;
import org.springframework.stereotype.Component;

/** Attachments of welcomes go to every new customer: they stay when one of those is erased. */
@Component
class WelcomeFiles implements FileKeeper {

    private final ContactWayStore store;

    WelcomeFiles(ContactWayStore store) {
        this.store = store;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        Set<Long> kept = new HashSet<>(store.welcomeFiles(orgId));
        kept.retainAll(ids);
        return kept;
    }
}
