package org.qiao.masssend;

import java.util.Collection;
import java.util.Set;
import org.qiao.file.FileKeeper;
import org.springframework.stereotype.Component;

/** What went to many stays when one of them is erased. */
@Component
class MassFiles implements FileKeeper {

    private final MassFilesStore store;

    MassFiles(MassFilesStore store) {
        this.store = store;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        return store.kept(orgId, ids);
    }
}
