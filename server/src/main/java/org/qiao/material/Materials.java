package org.qiao.material;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.file.Ticket;
import org.qiao.material.MaterialStore.Wanted;
import org.qiao.material.MaterialViews.MaterialRequest;
import org.qiao.material.MaterialViews.MaterialView;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The library: the company's part, which administrators keep for everybody, and each employee's own. */
@Service
class Materials {

    private static final int COMPANY_MAX = 20_000;
    private static final int OWN_MAX = 1_000;
    private static final int EXCERPT = 200;

    private final MaterialStore store;
    private final MaterialFolders folders;
    private final Files files;
    private final Clock clock;

    Materials(MaterialStore store, MaterialFolders folders, Files files, Clock clock) {
        this.store = store;
        this.folders = folders;
        this.files = files;
        this.clock = clock;
    }

    enum Scope {
        COMPANY,
        MINE
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable Long folder,
            @Nullable MaterialKind kind,
            @Nullable String text) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<MaterialView> list(
            Actor actor, Scope scope, Filter filter, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Wanted wanted = new Wanted(
                scope == Scope.COMPANY ? null : Long.valueOf(actor.principalId()),
                filter.folder(),
                filter.kind(),
                LikePattern.lowerCase(filter.text()));
        Page<Material> page = Page.cut(
                store.list(actor.orgId(), wanted, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                material -> Long.toString(material.id()));
        Map<Long, FileView> named = named(actor, page.items());
        return page.map(material -> view(actor, material, named, true));
    }

    @Transactional(readOnly = true)
    public MaterialView get(Actor actor, long id) {
        Material material = require(actor, id);
        return view(actor, material, named(actor, List.of(material)), false);
    }

    /** The company's, or the actor's own. */
    Material require(Actor actor, long id) {
        return store.find(actor.orgId(), id)
                .filter(material -> isSeen(actor, material))
                .orElseThrow(MaterialProblem.NOT_FOUND::problem);
    }

    static boolean isSeen(Actor actor, Material material) {
        return material.ownerId() == null || material.ownerId() == actor.principalId();
    }

    @Transactional
    public MaterialView create(Actor actor, MaterialRequest request) {
        Long owner = MaterialFolders.owner(actor, request.company());
        MaterialProblem.requireRoom(store.count(actor.orgId(), owner) + 1, owner == null ? COMPANY_MAX : OWN_MAX);
        Material.Content content = MaterialRule.content(request);
        folders.require(actor, content.folderId(), owner);
        requireFile(actor, content, null);
        return get(actor, store.insert(actor, owner, content, clock.instant()));
    }

    /** What it is and whose it is does not change. */
    @Transactional
    public MaterialView change(Actor actor, long id, MaterialRequest request) {
        Material before = requireMine(actor, id);
        if (!Objects.equals(request.version(), before.version())) {
            throw MaterialProblem.CHANGED_MEANWHILE.problem("version", before.version());
        }
        Material.Content content = MaterialRule.content(new MaterialRequest(
                before.kind(),
                before.ownerId() == null,
                request.folderId(),
                request.title(),
                request.text(),
                request.url(),
                request.fileId(),
                request.version()));
        folders.require(actor, content.folderId(), before.ownerId());
        requireFile(actor, content, before.content().fileId());
        store.update(actor, id, content, clock.instant());
        return get(actor, id);
    }

    /** What customers have received of it they cannot open any more; pictures and files stay in their chats. */
    @Transactional
    public void delete(Actor actor, long id) {
        requireMine(actor, id);
        store.delete(actor.orgId(), id, clock.instant());
    }

    /** A text was put into what somebody writes. */
    @Transactional
    public void used(Actor actor, long id) {
        store.used(actor.orgId(), require(actor, id).id());
    }

    Thumbnail picture(Actor actor, long id) {
        return files.thumbnail(actor.orgId(), fileOf(require(actor, id)));
    }

    Ticket ticket(Actor actor, long id) {
        return files.ticket(actor, fileOf(require(actor, id)));
    }

    static long fileOf(Material material) {
        Long file = material.content().fileId();
        if (file == null) {
            throw MaterialProblem.NOT_FOUND.problem();
        }
        return file;
    }

    private Material requireMine(Actor actor, long id) {
        Material material = store.lock(actor.orgId(), id)
                .filter(found -> isSeen(actor, found))
                .orElseThrow(MaterialProblem.NOT_FOUND::problem);
        MaterialFolders.requireKeeper(actor, material.ownerId());
        return material;
    }

    private void requireFile(Actor actor, Material.Content content, @Nullable Long before) {
        Long wanted = content.fileId();
        if (wanted == null) {
            return;
        }
        FileView file = wanted.equals(before)
                ? files.describe(actor.orgId(), List.of(wanted)).get(wanted)
                : files.own(actor, List.of(wanted)).get(wanted);
        boolean sound = file != null
                && switch (content.kind()) {
                    case FILE -> true;
                    case PICTURE -> file.width() != null && file.thumbnail();
                    case TEXT, LINK, ARTICLE -> file.thumbnail();
                };
        if (!sound) {
            throw MaterialProblem.BAD_FILE.problem("field", "fileId");
        }
    }

    private Map<Long, FileView> named(Actor actor, List<Material> materials) {
        return files.describe(
                actor.orgId(),
                materials.stream()
                        .map(material -> material.content().fileId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static MaterialView view(Actor actor, Material material, Map<Long, FileView> named, boolean inList) {
        Material.Content content = material.content();
        Long file = content.fileId();
        boolean company = material.ownerId() == null;
        return new MaterialView(
                material.id(),
                content.kind(),
                company,
                content.folderId(),
                content.title(),
                inList && content.kind() == MaterialKind.ARTICLE ? excerpt(content.text()) : content.text(),
                content.url(),
                file == null ? null : named.get(file),
                material.numbers().uses(),
                material.numbers().opens(),
                material.version(),
                !company || actor.isAdmin(),
                material.changedAt());
    }

    static String excerpt(String text) {
        return Texts.cut(text, EXCERPT);
    }
}
