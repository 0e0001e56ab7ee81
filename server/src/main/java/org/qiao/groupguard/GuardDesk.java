package org.qiao.groupguard;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerProblem;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupAccess;
import org.qiao.customergroup.GroupMutes;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.groupguard.GroupBlockStore.Blocked;
import org.qiao.groupguard.GuardLineStore.Line;
import org.qiao.groupguard.GuardLineStore.NewLine;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to customers in groups, and the log of it. */
@Service
class GuardDesk {

    private final GuardLineStore lines;
    private final GroupBlocks blocks;
    private final GroupMutes mutes;
    private final GroupAccess access;
    private final Customers customers;
    private final Members members;
    private final Clock clock;

    GuardDesk(
            GuardLineStore lines,
            GroupBlocks blocks,
            GroupMutes mutes,
            GroupAccess access,
            Customers customers,
            Members members,
            Clock clock) {
        this.lines = lines;
        this.blocks = blocks;
        this.mutes = mutes;
        this.access = access;
        this.customers = customers;
        this.members = members;
        this.clock = clock;
    }

    record GuardPerson(long id, String name, @Nullable String avatar) {

        static GuardPerson of(Card card) {
            return new GuardPerson(card.id(), card.name(), card.avatar());
        }
    }

    record GuardRuleName(long id, String name) {}

    record GuardLine(
            long id,
            GuardPerson customer,
            @Nullable GuardRuleName rule,
            @Nullable Card by,
            @Nullable GuardTrigger trigger,
            GuardAction action,
            @Nullable Integer minutes,
            Instant at) {}

    record GroupBlockView(GuardPerson customer, @Nullable Card by, String reason, Instant at) {}

    @Transactional
    public void mute(Actor actor, long groupId, long customerId, int minutes) {
        access.requireManaged(actor, groupId);
        if (!mutes.mute(actor.orgId(), groupId, customerId, minutes)) {
            throw GroupguardProblem.UNKNOWN_CUSTOMER.problem();
        }
        GuardAction action = minutes == 0 ? GuardAction.UNMUTE : GuardAction.MUTE;
        note(actor, groupId, customerId, action, minutes == 0 ? null : minutes);
    }

    /** By whoever manages a group in which he is or was. */
    @Transactional
    public void block(Actor actor, long groupId, long customerId, String reason) {
        access.requireManaged(actor, groupId);
        if (!access.isCustomerOf(actor.orgId(), groupId, customerId)) {
            throw GroupguardProblem.UNKNOWN_CUSTOMER.problem();
        }
        blocks.put(actor.orgId(), customerId, actor.principalId(), PlainText.clean(reason));
        note(actor, groupId, customerId, GuardAction.BLOCK, null);
    }

    private void note(Actor actor, long groupId, long customerId, GuardAction action, @Nullable Integer minutes) {
        lines.insert(
                new NewLine(actor.orgId(), groupId, customerId, null, actor.principalId(), null, action, minutes),
                clock.instant());
    }

    /** For administrators. */
    @Transactional
    public void blockAnywhere(Actor actor, long customerId, String reason) {
        requireAdmin(actor);
        long current = customers.current(actor.orgId(), customerId).id();
        blocks.put(actor.orgId(), current, actor.principalId(), PlainText.clean(reason));
    }

    @Transactional
    public void unblock(Actor actor, long customerId) {
        requireAdmin(actor);
        long current = customers.current(actor.orgId(), customerId).id();
        if (!blocks.delete(actor.orgId(), current)) {
            throw CustomerProblem.NOT_BLOCKED.problem();
        }
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw GroupguardProblem.NOT_ALLOWED.problem();
        }
    }

    @Transactional(readOnly = true)
    public Page<GroupBlockView> blocked(Actor actor, @Nullable String after, @Nullable Integer limit) {
        requireAdmin(actor);
        int size = Limits.page(limit);
        Page<Blocked> page = Page.cut(
                blocks.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                blocked -> Long.toString(blocked.customerId()));
        Set<Long> ids = new HashSet<>();
        page.items().forEach(blocked -> {
            ids.add(blocked.customerId());
            Long by = blocked.by();
            if (by != null) {
                ids.add(by);
            }
        });
        Map<Long, Card> cards = cards(actor, ids);
        return page.map(blocked -> new GroupBlockView(
                GuardPerson.of(Objects.requireNonNull(cards.get(blocked.customerId()))),
                blocked.by() == null ? null : cards.get(blocked.by()),
                blocked.reason(),
                blocked.at()));
    }

    /** What was done in a group, newest first; for who reads it. */
    @Transactional(readOnly = true)
    public Page<GuardLine> log(Actor actor, long groupId, @Nullable String after, @Nullable Integer limit) {
        access.requireReader(actor, groupId);
        int size = Limits.page(limit);
        Page<Line> page = Page.cut(
                lines.list(actor.orgId(), groupId, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                line -> Long.toString(line.id()));
        Set<Long> ids = new HashSet<>();
        page.items().forEach(line -> {
            ids.add(line.customerId());
            Long by = line.by();
            if (by != null) {
                ids.add(by);
            }
        });
        Map<Long, Card> cards = cards(actor, ids);
        List<GuardLine> shown = new ArrayList<>();
        page.items().forEach(line -> shown.add(view(line, cards)));
        return new Page<>(shown, page.next());
    }

    private static GuardLine view(Line line, Map<Long, Card> cards) {
        Long rule = line.ruleId();
        Long by = line.by();
        return new GuardLine(
                line.id(),
                GuardPerson.of(Objects.requireNonNull(cards.get(line.customerId()))),
                rule == null ? null : new GuardRuleName(rule, Objects.requireNonNullElse(line.ruleName(), "")),
                by == null ? null : cards.get(by),
                line.trigger(),
                line.action(),
                line.minutes(),
                line.at());
    }

    private Map<Long, Card> cards(Actor actor, Set<Long> ids) {
        return members.cardsById(actor.orgId(), ids);
    }
}
