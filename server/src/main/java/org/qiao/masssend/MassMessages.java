package org.qiao.masssend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.attachment.Attached;
import org.qiao.attachment.Attachments;
import org.qiao.customer.Customer;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.StaffWords.Written;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.Files;
import org.qiao.masssend.MassRequests.MassConfirmRequest;
import org.qiao.masssend.MassRequests.MassRequest;
import org.qiao.masssend.MassStore.NewMass;
import org.qiao.masssend.MassTargets.Aim;
import org.qiao.masssend.MassViews.MassPreview;
import org.qiao.masssend.QuotaStore.Cap;
import org.qiao.masssend.ShareStore.NewShare;
import org.qiao.masssend.ShareStore.Share;
import org.qiao.messaging.Hints;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What people do with mass messages. */
@Service
class MassMessages {

    static final String TOPIC = "mass";

    private static final int REMINDERS_A_DAY = 3;

    private final MassTargets targets;
    private final MassRules rules;
    private final Kept kept;
    private final Around around;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    MassMessages(
            MassTargets targets,
            MassRules rules,
            Kept kept,
            Around around,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.targets = targets;
        this.rules = rules;
        this.kept = kept;
        this.around = around;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** What this module keeps. */
    @Component
    record Kept(
            MassStore masses, ShareStore shares, RecipientStore recipients, QuotaStore quotas, OptOutStore optOuts) {}

    /** What other modules know. */
    @Component
    record Around(
            Members members,
            Customers customers,
            GroupDoor groups,
            Files files,
            Attachments attachments,
            Hints hints,
            StaffWords words) {}

    /** Nothing is kept. */
    @Transactional(readOnly = true)
    public MassPreview preview(Actor actor, MassRequest asked) {
        MassRequest request = check(actor, asked);
        List<Aim> picks = targets.choose(actor, request);
        around.words().look(written(actor, request, picks));
        if (picks.isEmpty()) {
            return new MassPreview(0, 0, 0, 0, 0, null, request.content().textFor("", ""));
        }
        boolean groups = request.target().groups() != null;
        List<Long> ids = picks.stream().map(MassMessages::listener).toList();
        Aim first = picks.getFirst();
        String nickname = name(actor.orgId(), first);
        String employee = around.members()
                .cards(actor.orgId(), List.of(first.memberId()))
                .getFirst()
                .name();
        return new MassPreview(
                picks.size(),
                picks.stream().mapToInt(Aim::reached).sum(),
                (int) picks.stream().map(Aim::memberId).distinct().count(),
                groups ? 0 : kept.optOuts().count(actor.orgId(), ids),
                kept.quotas().full(cap(actor.orgId(), request.kind(), groups), ids),
                nickname,
                request.content().textFor(nickname, employee));
    }

    private static long listener(Aim aim) {
        return Objects.requireNonNull(aim.groupId() == null ? aim.customerId() : aim.groupId());
    }

    private String name(long orgId, Aim aim) {
        Long customer = aim.customerId();
        return customer == null
                ? around.groups().titles(orgId, List.of(listener(aim))).getOrDefault(listener(aim), "")
                : around.customers().find(orgId, customer).map(Customer::name).orElse("");
    }

    /** What customers will read, and in whose names. */
    private Written written(Actor actor, MassRequest request, List<Aim> picks) {
        List<String> texts = new ArrayList<>(List.of(request.content().text()));
        List<Attached> attached = request.content().attachments();
        texts.addAll(around.attachments().ready(actor.orgId(), attached).words(attached));
        return new Written(
                actor.orgId(),
                actor.principalId(),
                WrittenPlace.MASS,
                "mass-" + request.key(),
                picks.stream().map(Aim::memberId).collect(Collectors.toSet()),
                null,
                texts);
    }

    private Cap cap(long orgId, MassKind kind, boolean groups) {
        return new Cap(
                orgId,
                kind,
                groups,
                kind.period(rules.today(orgId)),
                rules.settings(orgId).most(kind));
    }

    /** @return with clean attachments */
    private MassRequest check(Actor actor, MassRequest request) {
        MassContent content =
                request.content().with(Attachments.clean(request.content().attachments()));
        if (content.isEmpty()) {
            throw MasssendProblem.EMPTY.problem();
        }
        if (!content.isSound()) {
            throw MasssendProblem.BAD_TEXT.problem("max", MassContent.PLACES_MAX);
        }
        if (request.target().groups() != null && content.namesListener()) {
            throw MasssendProblem.NO_NICKNAME.problem();
        }
        around.attachments().require(actor, content.attachments(), List.of());
        Instant now = clock.instant();
        if (!MassRule.isTime(request.sendAt(), now) || !MassRule.isDeadline(request.kind(), request.deadline(), now)) {
            throw MasssendProblem.BAD_TIME.problem("days", MassRule.FURTHEST.toDays());
        }
        if (rules.settings(actor.orgId()).most(request.kind()) == 0) {
            throw MasssendProblem.SWITCHED_OFF.problem();
        }
        return request.with(content);
    }

    /** @return its id; of the one that this key made before */
    @Transactional
    public long write(Actor actor, MassRequest asked) {
        kept.masses().lockAuthor(actor);
        Optional<Mass> known = kept.masses().byKey(actor, asked.key());
        if (known.isPresent()) {
            return same(known.get(), asked);
        }
        MassRequest request = check(actor, asked);
        requireRoom(actor);
        List<Aim> picks = targets.choose(actor, request);
        if (picks.isEmpty()) {
            throw MasssendProblem.NOBODY.problem();
        }
        Integer expected = request.expected();
        if (expected != null && expected != picks.size()) {
            throw MasssendProblem.COUNT_CHANGED.problem("count", picks.size());
        }
        around.words().require(written(actor, request, picks));
        NewMass wanted = new NewMass(
                request.kind(),
                request.key(),
                request.content()
                        .with(around.attachments().keep(actor, request.content().attachments(), List.of())),
                json.writeValueAsString(request.target()),
                picks.size(),
                MassRule.minute(request.sendAt()),
                request.deadline(),
                request.target().groups() != null);
        Mass made = kept.masses().insert(actor, wanted, clock.instant()).orElseThrow();
        fill(made, picks);
        return made.id();
    }

    private void requireRoom(Actor actor) {
        MassStore.Load load = kept.masses().load(actor, clock.instant());
        if (load.fresh() >= MassRule.DAY_MAX) {
            throw MasssendProblem.TOO_MANY_TODAY.problem("max", MassRule.DAY_MAX);
        }
        if (load.open() >= MassRule.OPEN_MAX) {
            throw MasssendProblem.TOO_MANY_OPEN.problem("max", MassRule.OPEN_MAX);
        }
    }

    private long same(Mass known, MassRequest request) {
        boolean same = known.kind() == request.kind()
                && known.content().asked().equals(asked(request.content()))
                && json.readTree(known.target()).equals(json.readTree(json.writeValueAsString(request.target())));
        if (!same) {
            throw MasssendProblem.KEY_CONFLICT.problem();
        }
        return known.id();
    }

    private static MassContent asked(MassContent raw) {
        return raw.with(Attachments.clean(raw.attachments())).asked();
    }

    private void fill(Mass mass, List<Aim> picks) {
        Map<Long, Long> loads = picks.stream().collect(Collectors.groupingBy(Aim::memberId, Collectors.counting()));
        Map<Long, String> names = around.members().cards(mass.orgId(), loads.keySet()).stream()
                .collect(Collectors.toMap(Card::id, Card::name));
        List<NewShare> shares = loads.entrySet().stream()
                .map(load -> new NewShare(
                        load.getKey(),
                        Objects.requireNonNull(names.get(load.getKey())),
                        Math.toIntExact(load.getValue())))
                .toList();
        boolean personal = mass.kind() == MassKind.PERSONAL;
        kept.shares().insert(mass, shares, personal ? due(mass) : null);
        kept.recipients().insert(mass, picks);
        if (!personal) {
            events.publishEvent(new MassTold(mass.orgId(), mass.id(), 0));
        }
    }

    private Instant due(Mass mass) {
        Instant now = clock.instant();
        Instant at = mass.sendAt();
        return at == null || at.isBefore(now) ? now : at;
    }

    /** An employee agrees that it is sent in his name, to all of his customers in it but those. */
    @Transactional
    public void confirm(Actor actor, long id, MassConfirmRequest request) {
        Mass mass = kept.masses().lock(actor.orgId(), id).orElseThrow(MasssendProblem.NOT_FOUND::problem);
        Share share = kept.shares().find(mass, actor.principalId()).orElseThrow(MasssendProblem.NOT_FOUND::problem);
        Instant now = clock.instant();
        Instant deadline = mass.deadline();
        if (share.state() != ShareState.WAITING || mass.isOver()) {
            throw MasssendProblem.NOT_WAITING.problem();
        }
        if (mass.closedAt() != null || deadline == null || !now.isBefore(deadline)) {
            throw MasssendProblem.OVER.problem();
        }
        Set<Long> without = Set.copyOf(request.without());
        int deselected = kept.recipients().deselect(share, without, now);
        if (deselected != without.size()) {
            throw MasssendProblem.UNKNOWN_CUSTOMER.problem();
        }
        kept.shares().confirm(share, due(mass), deselected, now);
        tell(mass);
    }

    /** Tells those again who have not confirmed. */
    @Transactional
    public void remind(Actor actor, long id) {
        Mass mass = lockManaged(actor, id);
        if (mass.kind() != MassKind.COMPANY
                || mass.isOver()
                || mass.closedAt() != null
                || kept.shares().waiting(mass).isEmpty()) {
            throw MasssendProblem.NOT_WAITING.problem();
        }
        LocalDate today = rules.today(mass.orgId());
        int before = today.equals(mass.remindedOn()) ? mass.reminded() : 0;
        if (before >= REMINDERS_A_DAY) {
            throw MasssendProblem.REMINDED_OFTEN.problem("max", REMINDERS_A_DAY);
        }
        kept.masses().tell(mass, today, before + 1);
        events.publishEvent(new MassTold(mass.orgId(), mass.id(), mass.told() + 1));
    }

    /** What was not sent yet is not sent any more. */
    @Transactional
    public void cancel(Actor actor, long id) {
        Mass mass = lockManaged(actor, id);
        if (mass.isOver() || kept.recipients().counts(mass, null).getOrDefault(MassResult.PENDING, 0) == 0) {
            throw MasssendProblem.NOT_WAITING.problem();
        }
        stop(mass);
    }

    private void stop(Mass mass) {
        Instant now = clock.instant();
        kept.masses().cancel(mass, now);
        kept.shares().end(mass, ShareState.CANCELLED, now);
        kept.recipients().withdraw(mass, MassResult.CANCELLED, null, now);
        tell(mass);
    }

    /** What was sent is taken back, what was not is not sent any more. */
    @Transactional
    public void recall(Actor actor, long id) {
        Mass mass = lockManaged(actor, id);
        if (mass.recallAt() != null) {
            throw MasssendProblem.NOT_WAITING.problem();
        }
        Instant now = clock.instant();
        Instant until = recallUntil(mass).orElseThrow(MasssendProblem.NOT_WAITING::problem);
        if (now.isAfter(until)) {
            throw MasssendProblem.RECALL_OVER.problem("hours", rules.recallHours(mass.orgId()));
        }
        stop(mass);
        kept.masses().recall(mass, now);
    }

    /** Until then something of it can be taken back; empty: nothing was sent, or it was taken back before. */
    Optional<Instant> recallUntil(Mass mass) {
        return mass.recallAt() != null
                ? Optional.empty()
                : kept.recipients()
                        .lastSent(mass)
                        .map(last -> last.plusSeconds(3_600L * rules.recallHours(mass.orgId())));
    }

    static boolean manages(Actor actor, Mass mass) {
        return actor.isAdmin() || mass.authorId() == actor.principalId();
    }

    private Mass lockManaged(Actor actor, long id) {
        return kept.masses()
                .lock(actor.orgId(), id)
                .filter(mass -> manages(actor, mass))
                .orElseThrow(MasssendProblem.NOT_FOUND::problem);
    }

    /** Those who look at it look again. */
    private void tell(Mass mass) {
        AfterCommit.run(() -> around.hints().tell(List.of(mass.authorId()), TOPIC, mass.id(), "CHANGED"));
    }
}
