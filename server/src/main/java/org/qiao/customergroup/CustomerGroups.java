package org.qiao.customergroup;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customergroup.CustomerGroupRequests.OpenGroupRequest;
import org.qiao.customergroup.CustomerGroupRules.CustomerGroupSettings;
import org.qiao.customergroup.CustomerGroupStore.Slice;
import org.qiao.customergroup.CustomerGroupViews.CustomerGroupLine;
import org.qiao.customergroup.CustomerGroupViews.CustomerGroupView;
import org.qiao.customergroup.GroupAccess.Position;
import org.qiao.directory.Members;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Opening groups, finding and listing them. */
@Service
class CustomerGroups {

    private static final int TITLE_MAX = 60;

    private final CustomerGroupStore store;
    private final Openings openings;
    private final GroupGuests guests;
    private final GroupAccess access;
    private final CustomerGroupRules rules;
    private final CustomerGroupViews views;
    private final Company company;

    CustomerGroups(
            CustomerGroupStore store,
            Openings openings,
            GroupGuests guests,
            GroupAccess access,
            CustomerGroupRules rules,
            CustomerGroupViews views,
            Company company) {
        this.store = store;
        this.openings = openings;
        this.guests = guests;
        this.access = access;
        this.rules = rules;
        this.views = views;
        this.company = company;
    }

    /** What other modules know. */
    @Component("customergroupCompany")
    record Company(CustomerRules customerRules, Customers customers, Members members) {}

    /** Which groups. */
    enum GroupScope {
        MINE,
        TEAM,
        ALL
    }

    /** @param created false: the key was used before */
    record OpenedGroup(CustomerGroupView view, boolean created) {}

    OpenedGroup open(Actor actor, OpenGroupRequest input) {
        CustomerGroupSettings settings = rules.settings(actor.orgId());
        if (!settings.membersMayOpen() && !actor.isAdmin()) {
            throw CustomergroupProblem.NOT_ALLOWED.problem();
        }
        requireEligible(actor.orgId(), actor.principalId());
        String title = title(input.title());
        Set<Long> staff = new LinkedHashSet<>(input.staffIds());
        staff.remove(actor.principalId());
        requirePresent(actor, staff);
        List<Long> customers = guests.require(actor, input.customerIds());
        if (staff.size() + customers.size() + 1 > settings.most()) {
            throw CustomergroupProblem.FULL.problem("max", settings.most());
        }
        boolean repeated =
                store.findKey(actor.orgId(), actor.principalId(), input.key()).isPresent();
        int owned =
                store.countOfOwners(actor.orgId(), List.of(actor.principalId())).getOrDefault(actor.principalId(), 0);
        if (!repeated && owned >= settings.perOwner()) {
            throw CustomergroupProblem.TOO_MANY_GROUPS.problem("max", settings.perOwner());
        }
        Openings.Opened opened = openings.open(new Openings.NewGroup(
                actor.orgId(),
                actor.principalId(),
                actor.principalId(),
                input.key(),
                title,
                List.copyOf(staff),
                customers));
        return new OpenedGroup(get(actor, opened.group().id()), opened.created());
    }

    static String title(String raw) {
        String title = PlainText.clean(raw);
        if (title.isEmpty() || title.codePointCount(0, title.length()) > TITLE_MAX) {
            throw CustomergroupProblem.BAD_TITLE.problem("max", TITLE_MAX);
        }
        return title;
    }

    void requireEligible(long orgId, long memberId) {
        if (company.customerRules().eligible(orgId, List.of(memberId)).isEmpty()) {
            throw CustomergroupProblem.NOT_IN_RANGE.problem();
        }
    }

    void requirePresent(Actor actor, Collection<Long> staff) {
        if (company.members().present(actor.orgId(), staff).size()
                != Set.copyOf(staff).size()) {
            throw CustomergroupProblem.UNKNOWN_PEOPLE.problem();
        }
    }

    CustomerGroupView get(Actor actor, long id) {
        return views.view(actor, access.require(actor, id));
    }

    CustomerGroupView ofConversation(Actor actor, long conversationId) {
        return views.view(actor, access.requireConversation(actor, conversationId));
    }

    /** Newest first. */
    Page<CustomerGroupLine> list(Actor actor, Wanted wanted, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Slice slice = new Slice(Limits.key(after, Long.MAX_VALUE), LikePattern.of(wanted.text()), size + 1);
        Page<CustomerGroup> page = Page.cut(rows(actor, wanted, slice), size, group -> Long.toString(group.id()));
        Map<Long, Position> positions = access.positions(actor, page.items());
        List<Position> known = page.items().stream()
                .map(group -> positions.get(group.id()))
                .filter(Objects::nonNull)
                .toList();
        return new Page<>(views.lines(actor, known), page.next());
    }

    /** @param owner of whose groups only; not for one's own */
    record Wanted(
            GroupScope scope,
            @Nullable String text,
            @Nullable Long owner) {}

    private List<CustomerGroup> rows(Actor actor, Wanted wanted, Slice slice) {
        if (wanted.scope() == GroupScope.MINE) {
            return store.listOf(actor.orgId(), actor.principalId(), false, slice);
        }
        return store.list(actor.orgId(), owners(actor, wanted), slice);
    }

    /** Null for everybody. */
    @Nullable
    Set<Long> owners(Actor actor, Wanted wanted) {
        Set<Long> led = led(actor, wanted.scope());
        Long owner = wanted.owner();
        if (owner == null) {
            return led;
        }
        return led == null || led.contains(owner) ? Set.of(owner) : Set.of();
    }

    private @Nullable Set<Long> led(Actor actor, GroupScope scope) {
        if (scope == GroupScope.ALL) {
            if (!actor.isAdmin()) {
                throw CustomergroupProblem.NOT_ALLOWED.problem();
            }
            return null;
        }
        return new HashSet<>(company.customers().ledBy(actor));
    }
}
