package org.qiao.visit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.Arrivals;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.Wait;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerThreads;
import org.qiao.customer.Customers;
import org.qiao.naming.PlainText;
import org.qiao.platform.Problem;
import org.qiao.visit.Entrance.Caller;
import org.qiao.visit.Entrance.Entered;
import org.qiao.visit.Entrance.Newcomer;
import org.qiao.visit.HostTokens.HostUser;
import org.qiao.visit.VisitRequests.OpenRequest;
import org.qiao.visit.VisitViews.VisitMe;
import org.qiao.visit.VisitViews.VisitThread;
import org.qiao.visit.VisitViews.VisitWait;
import org.springframework.stereotype.Component;

/** Opens a code for a customer: limits first, then one transaction, then his thread. */
@Component
class VisitDoor {

    private final DoorLimits limits;
    private final HostKeys hosts;
    private final Customers customers;
    private final Arrivals arrivals;
    private final Entrance entrance;
    private final CustomerThreads threads;
    private final VisitViews views;

    VisitDoor(
            DoorLimits limits,
            HostKeys hosts,
            Customers customers,
            Arrivals arrivals,
            Entrance entrance,
            CustomerThreads threads,
            VisitViews views) {
        this.limits = limits;
        this.hosts = hosts;
        this.customers = customers;
        this.arrivals = arrivals;
        this.entrance = entrance;
        this.threads = threads;
        this.views = views;
    }

    /** Whether somebody serves at once. */
    enum Result {
        OPEN,
        WAITING
    }

    /** @param token only when the device is new */
    record VisitOpened(
            @Nullable String token,
            VisitMe me,
            Result result,
            @Nullable VisitThread thread,
            @JsonProperty("wait") @Nullable VisitWait waiting) {

        @Override
        public String toString() {
            return "VisitOpened " + result;
        }
    }

    /** @param fresh something new was made */
    record Opening(VisitOpened view, boolean fresh) {}

    Opening open(ContactWay way, @Nullable Long guestId, OpenRequest body, Caller caller) {
        HostUser host = body.host() == null ? null : hosts.require(way.orgId(), body.host());
        Long known = guestId != null && isSame(way.orgId(), guestId, host) ? guestId : null;
        boolean has = known != null && arrivals.known(way, known).isPresent();
        Caller counted = has ? caller : caller.within(limits.requireWork(caller.address(), way.code(), body.work()));
        Newcomer person = new Newcomer(
                known, host, name(body, host), locale(body.locale()), body.consent(), state(body), counted);
        Entered entered = enter(way, person);
        return view(way.orgId(), entered);
    }

    /** One device, two people of the host site: the second is not the first. */
    private boolean isSame(long orgId, long guestId, @Nullable HostUser host) {
        return host == null || Proofs.mayBe(host.subject(), customers.keys(orgId, guestId));
    }

    private Entered enter(ContactWay way, Newcomer person) {
        try {
            return entrance.enter(way, person);
        } catch (Problem problem) {
            if (problem.is(CustomerProblem.BLOCKED)) {
                throw VisitProblem.BLOCKED.problem();
            }
            if (problem.is(CustomerProblem.COMPANY_FULL)) {
                throw VisitProblem.FULL.problem();
            }
            throw problem;
        }
    }

    private Opening view(long orgId, Entered entered) {
        CustomerRelation relation = entered.arrived().relation();
        Wait waiting = entered.arrived().waiting();
        boolean fresh = entered.arrived().fresh() || entered.token() != null;
        if (relation != null && threads.ready(orgId, relation.id()).isPresent()) {
            long relationId = relation.id();
            VisitMe me = views.me(orgId, entered.customerId());
            VisitThread thread = me.threads().stream()
                    .filter(shown -> shown.relationId() == relationId)
                    .findFirst()
                    .orElseGet(() -> views.thread(orgId, entered.customerId(), relationId));
            return new Opening(new VisitOpened(entered.token(), me, Result.OPEN, thread, null), fresh);
        }
        VisitMe me = views.me(orgId, entered.customerId());
        VisitWait wait = waiting == null ? null : views.wait(waiting);
        return new Opening(new VisitOpened(entered.token(), me, Result.WAITING, null, wait), fresh);
    }

    private static @Nullable String name(OpenRequest body, @Nullable HostUser host) {
        String raw = body.name() == null && host != null ? host.name() : body.name();
        return raw == null || raw.isBlank() ? null : checked(raw);
    }

    static String checked(String raw) {
        try {
            return Customers.name(raw);
        } catch (Problem problem) {
            throw VisitProblem.BAD_NAME.problem("max", Customers.NAME_MAX);
        }
    }

    private static String state(OpenRequest body) {
        return body.state() == null ? "" : PlainText.clean(body.state());
    }

    static Locale locale(@Nullable String tag) {
        return tag != null && tag.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
