package org.qiao.material;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.material.FolderStore.Folder;
import org.qiao.material.MaterialViews.MaterialFolderRequest;
import org.qiao.material.MaterialViews.MaterialFolderView;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Folders of the library: the company's, and everybody's own. */
@Service
class MaterialFolders {

    private static final int FOLDERS_MAX = 100;
    private static final int NAME_MAX = 30;

    private final FolderStore store;
    private final Clock clock;

    MaterialFolders(FolderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The company's first. */
    @Transactional(readOnly = true)
    public List<MaterialFolderView> list(Actor actor) {
        return store.list(actor.orgId(), actor.principalId()).stream()
                .map(MaterialFolders::view)
                .toList();
    }

    private static MaterialFolderView view(Folder folder) {
        return new MaterialFolderView(folder.id(), folder.name(), folder.ownerId() == null, folder.materials());
    }

    @Transactional
    public MaterialFolderView create(Actor actor, MaterialFolderRequest request) {
        Long owner = owner(actor, request.company());
        MaterialProblem.requireRoom(store.count(actor.orgId(), owner) + 1, FOLDERS_MAX);
        String name = name(request.name());
        long id = store.insert(actor.orgId(), owner, name, clock.instant());
        return new MaterialFolderView(id, name, request.company(), 0);
    }

    @Transactional
    public void rename(Actor actor, long id, MaterialFolderRequest request) {
        requireMine(actor, id);
        store.rename(actor.orgId(), id, name(request.name()));
    }

    /** Only an empty one. */
    @Transactional
    public void delete(Actor actor, long id) {
        requireMine(actor, id);
        if (store.isInUse(actor.orgId(), id)) {
            throw MaterialProblem.FOLDER_IN_USE.problem();
        }
        store.delete(actor.orgId(), id);
    }

    private void requireMine(Actor actor, long id) {
        Folder folder =
                store.lock(actor.orgId(), actor.principalId(), id).orElseThrow(MaterialProblem.NOT_FOUND::problem);
        requireKeeper(actor, folder.ownerId());
    }

    /** That something of this owner may lie in it. */
    void require(Actor actor, @Nullable Long folderId, @Nullable Long ownerId) {
        if (folderId != null
                && store.lock(actor.orgId(), actor.principalId(), folderId)
                        .filter(folder -> Objects.equals(folder.ownerId(), ownerId))
                        .isEmpty()) {
            throw MaterialProblem.UNKNOWN_FOLDER.problem("field", "folderId");
        }
    }

    /** Whose something new is: null for the company's, which only administrators may make. */
    static @Nullable Long owner(Actor actor, boolean company) {
        Long owner = company ? null : Long.valueOf(actor.principalId());
        requireKeeper(actor, owner);
        return owner;
    }

    static void requireKeeper(Actor actor, @Nullable Long ownerId) {
        if (ownerId == null && !actor.isAdmin()) {
            throw MaterialProblem.NOT_ALLOWED.problem();
        }
    }

    private static String name(String raw) {
        String name = PlainText.clean(raw);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw MaterialProblem.BAD_TITLE.problem("field", "name", "max", NAME_MAX);
        }
        return name;
    }
}
