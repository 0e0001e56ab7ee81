package org.qiao.material;

import java.util.Collection;
import java.util.Set;
import org.qiao.file.FileKeeper;
import org.springframework.stereotype.Component;

/** The library goes to many: what is in it stays when one of those is erased. */
@Component
class MaterialFiles implements FileKeeper {

    private final MaterialFilesStore store;

    MaterialFiles(MaterialFilesStore store) {
        this.store = store;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        return store.kept(orgId, ids);
    }
}
