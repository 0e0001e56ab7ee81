package org.qiao.groupcode;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.CustomerRules.Greeting;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupDoor.GroupRoom;
import org.qiao.customergroup.VisitGroups;
import org.qiao.customergroup.VisitGroups.VisitGroup;
import org.qiao.groupcode.CodeArrivals.Come;
import org.qiao.groupcode.CodeArrivals.Comer;
import org.qiao.naming.PlainText;
import org.qiao.visit.Admissions;
import org.qiao.visit.Admissions.Admitted;
import org.qiao.visit.Admissions.Applicant;
import org.springframework.stereotype.Service;

/** What customers see of a code, and coming in by it. */
@Service
class GroupEntrance {

    private final GroupCodeStore store;
    private final CodeArrivals arrivals;
    private final Admissions admissions;
    private final GroupDoor door;
    private final VisitGroups groups;
    private final CustomerRules rules;
    private final Clock clock;

    GroupEntrance(
            GroupCodeStore store,
            CodeArrivals arrivals,
            Admissions admissions,
            GroupDoor door,
            VisitGroups groups,
            CustomerRules rules,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.admissions = admissions;
        this.door = door;
        this.groups = groups;
        this.rules = rules;
        this.clock = clock;
    }

    record GroupCodeCompany(String name, boolean verified) {}

    record GroupCodeNotice(int version, String text) {}

    /**
     * A code before anything.
     *
     * @param title of the group that takes the next one
     * @param full nobody can come in now
     * @param known where the customer is already
     */
    record VisitGroupCode(
            String code,
            long orgId,
            GroupCodeCompany company,
            String title,
            int members,
            boolean full,
            GroupCodeNotice notice,
            @Nullable VisitGroup known) {}

    /** An answered challenge. */
    record GroupWork(
            @NotNull @Size(max = 300) String challenge,
            @NotNull @Size(max = 64) String nonce) {}

    /** Body of POST /api/visit/group-codes/{code}/joins. */
    record JoinGroupRequest(
            @Positive int consent,
            @Size(max = 60) @Nullable String name,
            @Size(max = 10) @Nullable String locale,
            @Size(max = 30) @Nullable String state,
            @Valid @Nullable GroupWork work) {

        @Override
        public String toString() {
            return "JoinGroupRequest";
        }
    }

    /** @param token only when the device is new */
    record VisitGroupJoined(@Nullable String token, VisitGroup group) {

        @Override
        public String toString() {
            return "VisitGroupJoined " + group.id();
        }
    }

    /** @param fresh he was not in it before */
    record Joined(VisitGroupJoined view, boolean fresh) {}

    /** Who stands at the door. */
    record Caller(@Nullable Long guestId, String address, String device) {}

    Optional<GroupCode> findOpen(String code) {
        return GroupCode.isOne(code)
                ? store.findCode(code).filter(found -> found.isOpen(clock.instant()))
                : Optional.empty();
    }

    GroupCode require(String code) {
        GroupCode found = (GroupCode.isOne(code) ? store.findCode(code) : Optional.<GroupCode>empty())
                .orElseThrow(GroupcodeProblem.NOT_FOUND::problem);
        if (!found.isOpen(clock.instant())) {
            throw GroupcodeProblem.OVER.problem();
        }
        return found;
    }

    VisitGroupCode look(GroupCode code, @Nullable Long guestId, Locale locale) {
        List<GroupRoom> rooms = arrivals.rooms(code);
        Optional<GroupRoom> next = rooms.stream().filter(GroupRoom::hasRoom).findFirst();
        Greeting greeting = rules.greeting(code.orgId(), locale);
        boolean opens = next.isEmpty() && arrivals.mayOpen(code);
        String title = next.map(GroupRoom::title)
                .orElse(opens ? code.nextTitle() : code.content().title());
        return new VisitGroupCode(
                code.code(),
                code.orgId(),
                new GroupCodeCompany(greeting.badge().name(), greeting.badge().verified()),
                title,
                next.map(GroupRoom::members).orElse(0),
                next.isEmpty() && !opens,
                new GroupCodeNotice(
                        greeting.notice().version(), greeting.notice().text()),
                guestId == null ? null : known(code, guestId, rooms));
    }

    private @Nullable VisitGroup known(GroupCode code, long guestId, List<GroupRoom> rooms) {
        return door.sits(
                        code.orgId(),
                        guestId,
                        rooms.stream().map(GroupRoom::groupId).toList())
                .map(group -> groups.get(code.orgId(), guestId, group))
                .orElse(null);
    }

    Joined join(GroupCode code, JoinGroupRequest body, Caller caller) {
        Long guestId = caller.guestId();
        if (guestId == null && full(code)) {
            throw arrivals.full(code); // nobody is made a customer for nothing
        }
        GroupWork work = body.work();
        Admitted admitted = admissions.admit(new Applicant(
                code.orgId(),
                code.code(),
                guestId,
                body.consent(),
                body.name(),
                body.locale(),
                work == null ? null : work.challenge(),
                work == null ? null : work.nonce(),
                caller.address(),
                caller.device()));
        Come come = arrivals.arrive(code, new Comer(admitted.customerId(), admitted.family(), state(code, body)));
        VisitGroup group = groups.get(code.orgId(), admitted.customerId(), come.groupId());
        return new Joined(new VisitGroupJoined(admitted.token(), group), come.fresh());
    }

    private boolean full(GroupCode code) {
        return arrivals.rooms(code).stream().noneMatch(GroupRoom::hasRoom) && !arrivals.mayOpen(code);
    }

    private static String state(GroupCode code, JoinGroupRequest body) {
        String own = body.state() == null ? "" : PlainText.clean(body.state());
        return own.isEmpty() ? code.content().state() : own;
    }
}
