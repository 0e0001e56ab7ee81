package org.qiao.product;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.SecureTokens;
import org.qiao.product.ProductStore.Place;
import org.qiao.product.ProductStore.Wanted;
import org.qiao.product.ProductViews.ProductNumbers;
import org.qiao.product.ProductViews.ProductRequest;
import org.qiao.product.ProductViews.ProductView;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The album as the company's administrators keep it and its members read it: those that are off are for administrators only. */
@Service
public class Products {

    static final int PRODUCTS_MAX = 20_000;
    static final long GAP = 1L << 20;

    private final ProductStore store;
    private final ProductCounts counts;
    private final Files files;
    private final Clock clock;

    Products(ProductStore store, ProductCounts counts, Files files, Clock clock) {
        this.store = store;
        this.counts = counts;
        this.files = files;
        this.clock = clock;
    }

    /** In the order of the album. */
    @Transactional(readOnly = true)
    public Page<ProductView> list(
            Actor actor,
            @Nullable String text,
            @Nullable Boolean onSale,
            @Nullable String after,
            @Nullable Integer limit) {
        int size = Limits.page(limit);
        Boolean on = actor.isAdmin() ? onSale : Boolean.TRUE;
        Page<Product> page = page(actor.orgId(), new Wanted(LikePattern.lowerCase(text), on, place(after), size + 1));
        return new Page<>(views(actor, page.items()), page.next());
    }

    /** @param wanted with one row more than the page has */
    Page<Product> page(long orgId, Wanted wanted) {
        return Page.cut(
                store.list(orgId, wanted), wanted.limit() - 1, product -> product.position() + "_" + product.id());
    }

    static Place place(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Place.START;
        }
        String[] parts = after.split("_", -1);
        if (parts.length != 2) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        return new Place(Limits.key(parts[0], 0), Limits.key(parts[1], 0));
    }

    @Transactional(readOnly = true)
    public ProductView get(Actor actor, long id) {
        return views(actor, List.of(require(actor, id))).getFirst();
    }

    Product require(Actor actor, long id) {
        return findAll(actor.orgId(), List.of(id)).stream()
                .filter(product -> product.isOn() || actor.isAdmin())
                .findFirst()
                .orElseThrow(ProductProblem.NOT_FOUND::problem);
    }

    /** Nobody shows customers what is off. */
    Product requireOn(Actor actor, long id) {
        Product product = require(actor, id);
        if (!product.isOn()) {
            throw ProductProblem.NOT_FOUND.problem();
        }
        return product;
    }

    List<Product> findAll(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.findAll(orgId, ids);
    }

    /** A new one comes first. */
    @Transactional
    public ProductView create(Actor actor, ProductRequest request) {
        requireAdmin(actor);
        store.lockOrder(actor.orgId());
        ProductRule.requireRoom(store.count(actor.orgId()) + 1, PRODUCTS_MAX);
        Product.Content content = ProductRule.content(request);
        requirePictures(actor, content.pictures(), Set.of());
        long position = store.firstPosition(actor.orgId()) - GAP;
        return get(actor, insert(actor, content, position));
    }

    long insert(Actor actor, Product.Content content, long position) {
        return unique(() -> store.insert(actor, content, SecureTokens.create(), position, clock.instant()));
    }

    @Transactional
    public ProductView change(Actor actor, long id, ProductRequest request) {
        requireAdmin(actor);
        Product before = lock(actor, id);
        if (!Objects.equals(request.version(), before.version())) {
            throw ProductProblem.CHANGED_MEANWHILE.problem("version", before.version());
        }
        Product.Content content = ProductRule.content(request);
        requirePictures(
                actor, content.pictures(), new HashSet<>(before.content().pictures()));
        unique(() -> {
            store.update(actor, id, content, clock.instant());
            return id;
        });
        return get(actor, id);
    }

    private interface Write {
        long run();
    }

    private static long unique(Write write) {
        try {
            return write.run();
        } catch (DuplicateKeyException taken) {
            throw ProductProblem.NUMBER_TAKEN.problem("field", "number");
        }
    }

    @Transactional
    public void delete(Actor actor, long id) {
        requireAdmin(actor);
        lock(actor, id);
        store.delete(actor.orgId(), id, clock.instant());
    }

    /** @param before in front of which it stands from now on; null: at the end */
    @Transactional
    public void move(Actor actor, long id, @Nullable Long before) {
        requireAdmin(actor);
        long orgId = actor.orgId();
        store.lockOrder(orgId);
        lock(actor, id);
        if (before == null) {
            store.place(orgId, id, store.lastPosition(orgId) + GAP);
        } else if (before != id) {
            if (!place(actor, id, lock(actor, before))) {
                store.spread(orgId, GAP);
                place(actor, id, lock(actor, before));
            }
        }
    }

    /** False when there is no room between the two. */
    private boolean place(Actor actor, long id, Product next) {
        long top = next.position();
        long bottom =
                store.positionBefore(actor.orgId(), new Place(top, next.id())).orElse(top - 2 * GAP);
        if (top - bottom < 2) {
            return false;
        }
        store.place(actor.orgId(), id, bottom + (top - bottom) / 2);
        return true;
    }

    /** The small picture for members. */
    Thumbnail picture(Actor actor, long id, long fileId) {
        return picture(require(actor, id), fileId);
    }

    /** The same for whoever has the product's key, while it is on. */
    Thumbnail picture(String key, long fileId) {
        return picture(store.byPictureKey(key).orElseThrow(ProductProblem.NOT_FOUND::problem), fileId);
    }

    private Thumbnail picture(Product product, long fileId) {
        if (!product.content().pictures().contains(fileId)) {
            throw ProductProblem.NOT_FOUND.problem();
        }
        return files.thumbnail(product.orgId(), fileId);
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ProductProblem.NOT_ALLOWED.problem();
        }
    }

    private Product lock(Actor actor, long id) {
        return store.lock(actor.orgId(), id).orElseThrow(ProductProblem.NOT_FOUND::problem);
    }

    private void requirePictures(Actor actor, List<Long> wanted, Set<Long> before) {
        List<Long> fresh = wanted.stream().filter(id -> !before.contains(id)).toList();
        Map<Long, FileView> own = files.own(actor, fresh);
        boolean sound = fresh.stream().map(own::get).allMatch(file -> file != null && file.thumbnail());
        if (!sound) {
            throw ProductProblem.BAD_PICTURE.problem("field", "pictures");
        }
    }

    private List<ProductView> views(Actor actor, List<Product> products) {
        Set<Long> pictures = products.stream()
                .flatMap(product -> product.content().pictures().stream())
                .collect(Collectors.toSet());
        Map<Long, FileView> named = files.describe(actor.orgId(), pictures);
        Map<Long, ProductNumbers> lately =
                counts.lately(actor, products.stream().map(Product::id).toList());
        return products.stream()
                .map(product -> view(product, named, lately.getOrDefault(product.id(), ProductNumbers.NONE)))
                .toList();
    }

    private static ProductView view(Product product, Map<Long, FileView> named, ProductNumbers lately) {
        Product.Content content = product.content();
        return new ProductView(
                product.id(),
                content.name(),
                content.number(),
                content.price(),
                content.description(),
                content.link(),
                content.pictures().stream()
                        .map(named::get)
                        .filter(Objects::nonNull)
                        .toList(),
                content.onSale(),
                product.version(),
                lately,
                product.changedAt());
    }
}
