package org.qiao.moment;

import java.util.Collection;
import java.util.Set;
import org.qiao.file.FileKeeper;
import org.springframework.stereotype.Component;

/** Pictures and videos are shown to many: they stay when one of those is erased. */
@Component
class MomentFiles implements FileKeeper {

    private final MomentFilesStore store;

    MomentFiles(MomentFilesStore store) {
        this.store = store;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        return store.kept(orgId, ids);
    }
}
