package org.qiao.product;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRules;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.product.ProductStore.Wanted;
import org.qiao.product.Showcase.Mode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which products stand on business cards: as the company wants it, and as each employee chooses when he may. */
@Service
public class Showcases {

    private final ShowcaseStore store;
    private final Products products;
    private final CustomerRules rules;
    private final Clock clock;

    Showcases(ShowcaseStore store, Products products, CustomerRules rules, Clock clock) {
        this.store = store;
        this.products = products;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the company shows. */
    record CompanyShowcase(
            @NotNull Mode mode,
            @NotNull @Size(max = Showcase.PRODUCTS_MAX) List<@NotNull Long> products,
            boolean mayChoose) {}

    record OwnShowcaseRequest(
            @NotNull Mode mode,
            @NotNull @Size(max = Showcase.PRODUCTS_MAX) List<@NotNull Long> products) {}

    /** @param company what COMPANY means now */
    record OwnShowcase(Showcase.Mode mode, List<Long> products, CompanyShowcase company) {}

    @Transactional(readOnly = true)
    public CompanyShowcase company(Actor actor) {
        return view(companys(actor.orgId()));
    }

    @Transactional
    public CompanyShowcase setCompany(Actor actor, CompanyShowcase input) {
        Products.requireAdmin(actor);
        Showcase showcase =
                new Showcase(input.mode(), products(actor, input.mode(), input.products()), input.mayChoose());
        if (showcase.mode() == Showcase.Mode.COMPANY) {
            throw ProductProblem.UNKNOWN_PRODUCT.problem("field", "mode");
        }
        store.set(actor.orgId(), null, showcase, clock.instant());
        return view(showcase);
    }

    private static CompanyShowcase view(Showcase showcase) {
        return new CompanyShowcase(showcase.mode(), showcase.products(), showcase.mayChoose());
    }

    @Transactional(readOnly = true)
    public OwnShowcase own(Actor actor) {
        Showcase own = store.find(actor.orgId(), actor.principalId()).orElse(Showcase.AS_COMPANY);
        return new OwnShowcase(own.mode(), own.products(), company(actor));
    }

    @Transactional
    public OwnShowcase setOwn(Actor actor, OwnShowcaseRequest input) {
        rules.requireEligible(actor);
        if (!companys(actor.orgId()).mayChoose()) {
            throw ProductProblem.NO_CHOICE.problem();
        }
        Showcase own = new Showcase(input.mode(), products(actor, input.mode(), input.products()), true);
        store.set(actor.orgId(), actor.principalId(), own, clock.instant());
        return own(actor);
    }

    /** Only what he may see now; nothing unless he chooses. */
    private List<Long> products(Actor actor, Showcase.Mode mode, List<Long> wanted) {
        if (mode != Showcase.Mode.CHOSEN) {
            return List.of();
        }
        List<Long> distinct = wanted.stream().distinct().toList();
        List<Long> known = products.findAll(actor.orgId(), distinct).stream()
                .filter(product -> product.isOn() || actor.isAdmin())
                .map(Product::id)
                .toList();
        if (known.size() != distinct.size()) {
            throw ProductProblem.UNKNOWN_PRODUCT.problem("field", "products");
        }
        return distinct;
    }

    private Showcase companys(long orgId) {
        return store.find(orgId, null).orElse(Showcase.NOTHING);
    }

    private Showcase shown(long orgId, @Nullable Long memberId) {
        Showcase company = companys(orgId);
        return memberId == null
                ? company
                : company.on(store.find(orgId, memberId).orElse(Showcase.AS_COMPANY));
    }

    /**
     * What stands on a card: only products that are on.
     *
     * @param memberId null: of a team
     */
    Page<Product> list(long orgId, @Nullable Long memberId, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Showcase showcase = shown(orgId, memberId);
        return switch (showcase.mode()) {
            case ALL -> products.page(orgId, new Wanted(null, true, Products.place(after), size + 1));
            case CHOSEN -> new Page<>(chosen(orgId, showcase.products()), null);
            case NONE, COMPANY -> new Page<>(List.of(), null);
        };
    }

    private List<Product> chosen(long orgId, List<Long> ids) {
        Map<Long, Product> found = new HashMap<>();
        products.findAll(orgId, ids).forEach(product -> found.put(product.id(), product));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(Product::isOn)
                .toList();
    }

    /** One of those on a card. */
    Optional<Product> find(long orgId, @Nullable Long memberId, long productId) {
        Showcase showcase = shown(orgId, memberId);
        boolean shown = showcase.mode() == Showcase.Mode.ALL
                || (showcase.mode() == Showcase.Mode.CHOSEN
                        && showcase.products().contains(productId));
        return shown ? chosen(orgId, List.of(productId)).stream().findFirst() : Optional.empty();
    }
}
