package org.qiao.customerprofile;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerLevel;
import org.qiao.customer.Customers;
import org.qiao.customerprofile.LineFilter.LineOrder;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.customerprofile.LineListStore.After;
import org.qiao.customerprofile.LineListStore.Line;
import org.qiao.customerprofile.LineListStore.Wanted;
import org.qiao.customerprofile.ListViews.CustomerListLine;
import org.qiao.customerprofile.TagViews.TaggingView;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers in lists: one's own; of the people one leads; all, for administrators. */
@Service
class CustomerLists {

    private final LineListStore store;
    private final Customers customers;
    private final CustomerTags tags;
    private final Members members;
    private final Waits waits;
    private final Clock clock;

    CustomerLists(
            LineListStore store, Customers customers, CustomerTags tags, Members members, Waits waits, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.tags = tags;
        this.members = members;
        this.waits = waits;
        this.clock = clock;
    }

    /** What is asked for. */
    record Search(LineScope scope, LineFilter filter, LineOrder order) {}

    List<LineScope> scopes(Actor actor) {
        List<LineScope> scopes = new ArrayList<>(List.of(LineScope.MINE));
        if (!customers.ledBy(actor).isEmpty()) {
            scopes.add(LineScope.TEAM);
        }
        if (actor.isAdmin()) {
            scopes.add(LineScope.ALL);
        }
        return scopes;
    }

    @Transactional(readOnly = true)
    public Page<CustomerListLine> list(Actor actor, Search search, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<Line> page = Page.cut(
                store.list(actor, wanted(actor, search), search.order(), after(after), size + 1),
                size,
                CustomerLists::key);
        Map<Long, Card> people = members.cardsById(
                actor, page.items().stream().map(Line::memberId).collect(Collectors.toSet()));
        Map<Long, List<TaggingView>> tagged =
                tags.views(actor, page.items().stream().map(Line::relationId).toList()).stream()
                        .collect(Collectors.groupingBy(TaggingView::relationId));
        Map<Long, Instant> waiting = waits.since(
                actor.orgId(),
                page.items().stream()
                        .map(Line::conversationId)
                        .filter(Objects::nonNull)
                        .toList());
        Function<Line, CustomerListLine> view = line -> view(
                actor,
                line,
                Objects.requireNonNull(people.get(line.memberId())),
                tagged.getOrDefault(line.relationId(), List.of()),
                waiting.get(line.relationId()));
        return page.map(view);
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, Search search) {
        return store.count(actor, wanted(actor, search));
    }

    private Wanted wanted(Actor actor, Search search) {
        return new Wanted(members(actor, search), search.filter(), clock.instant());
    }

    /** Null: everybody's. */
    @Nullable
    Collection<Long> members(Actor actor, Search search) {
        Long one = search.filter().member();
        return switch (search.scope()) {
            case MINE -> List.of(actor.principalId());
            case TEAM -> {
                Set<Long> led = new HashSet<>(customers.ledBy(actor));
                if (one != null) {
                    led.retainAll(Set.of(one));
                }
                yield led;
            }
            case ALL -> {
                TagBook.requireAdmin(actor);
                yield one == null ? null : List.of(one);
            }
        };
    }

    private static String key(Line line) {
        Instant at = line.activeAt();
        return at.getEpochSecond() + "." + at.getNano() / 1_000 + "." + line.relationId();
    }

    private static @Nullable After after(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        String[] parts = key.split("\\.", -1);
        if (parts.length != 3) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
            return new After(at, Long.parseLong(parts[2]));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }

    private static CustomerListLine view(
            Actor actor, Line line, Card member, List<TaggingView> tagged, @Nullable Instant waitingSince) {
        boolean mine = line.memberId() == actor.principalId();
        return new CustomerListLine(
                line.relationId(),
                line.customerId(),
                line.name(),
                CustomerLevel.valueOf(line.level()),
                line.blocked(),
                member,
                mine,
                mine ? line.conversationId() : null,
                line.open(),
                line.remark(),
                line.company(),
                line.phones(),
                line.stage(),
                line.lostReason(),
                tagged,
                line.attributes().json(),
                AddWay.valueOf(line.addWay()),
                line.wayId(),
                line.openedAt(),
                line.lastCustomerAt(),
                line.lastStaffAt(),
                waitingSince,
                line.activeAt());
    }
}
