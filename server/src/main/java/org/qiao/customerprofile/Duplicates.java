package org.qiao.customerprofile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.CustomerLists.Search;
import org.qiao.customerprofile.DuplicateStore.Same;
import org.qiao.customerprofile.LineFilter.LineOrder;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.customerprofile.ListViews.DuplicateCustomer;
import org.qiao.customerprofile.ListViews.DuplicateView;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that may be one person, among those that the actor may list. Joining them is module customer's. */
@Service
class Duplicates {

    private static final int CONTACT_MAX = 300;

    private final DuplicateStore store;
    private final CustomerLists lists;

    Duplicates(DuplicateStore store, CustomerLists lists) {
        this.store = store;
        this.lists = lists;
    }

    @Transactional(readOnly = true)
    public Page<DuplicateView> list(Actor actor, LineScope scope, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        String from = after == null ? "" : after;
        if (from.length() > CONTACT_MAX || from.indexOf(0) >= 0) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
        Search search = new Search(scope, LineFilter.NONE, LineOrder.ACTIVE);
        Map<String, List<DuplicateCustomer>> found = new LinkedHashMap<>();
        for (Same same : store.list(actor.orgId(), lists.members(actor, search), from, size + 1)) {
            found.computeIfAbsent(same.contact(), contact -> new ArrayList<>())
                    .add(new DuplicateCustomer(same.customerId(), same.name(), same.verified()));
        }
        List<DuplicateView> views = new ArrayList<>();
        found.forEach((contact, people) -> views.add(new DuplicateView(contact, List.copyOf(people))));
        return Page.cut(views, size, DuplicateView::contact);
    }
}
