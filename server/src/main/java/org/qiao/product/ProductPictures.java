package org.qiao.product;

import java.util.Collection;
import java.util.Set;
import org.qiao.file.FileKeeper;
import org.springframework.stereotype.Component;

/** Pictures of products stay when somebody who was sent one is erased. */
@Component
class ProductPictures implements FileKeeper {

    private final ProductPicturesStore store;

    ProductPictures(ProductPicturesStore store) {
        this.store = store;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        return store.kept(orgId, ids);
    }
}
