package org.qiao.customergroup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;
import org.qiao.attachment.Attachments;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.customergroup.CustomerGroupRequests.GroupNoticeRequest;
import org.qiao.customergroup.CustomerGroupRequests.GroupRulesRequest;
import org.qiao.customergroup.CustomerGroupViews.CustomerGroupView;
import org.qiao.customergroup.GroupAccess.Position;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.messaging.SharedGroups;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is decided about a group: title, notice, rules, owner, its end. */
@Service
class GroupChanges {

    private final CustomerGroupStore store;
    private final CustomerGroups groups;
    private final GroupAccess access;
    private final SharedGroups shared;
    private final GroupLog log;
    private final Effects effects;
    private final TransactionTemplate transaction;

    GroupChanges(
            CustomerGroupStore store,
            CustomerGroups groups,
            GroupAccess access,
            SharedGroups shared,
            GroupLog log,
            Effects effects,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.groups = groups;
        this.access = access;
        this.shared = shared;
        this.log = log;
        this.effects = effects;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What follows from a change. */
    @Component("customergroupEffects")
    record Effects(
            GroupGates gates,
            GroupNews news,
            GroupTasks tasks,
            Attachments attachments,
            StaffWords words,
            Clock clock) {}

    CustomerGroupView rename(Actor actor, long id, String raw) {
        Position position = access.require(actor, id);
        if (!position.standing().mayRename(position.group().rules().nameLocked())) {
            throw CustomergroupProblem.NAME_LOCKED.problem();
        }
        shared.rename(actor, position.group().conversation(), CustomerGroups.title(raw));
        log.read(actor.orgId(), id);
        return groups.get(actor, id);
    }

    CustomerGroupView setNotice(Actor actor, long id, GroupNoticeRequest input) {
        Position position = access.require(actor, id).requireManage();
        String text =
                PlainText.clean(input.text()).isEmpty() ? "" : input.text().strip();
        transaction.executeWithoutResult(status -> {
            CustomerGroup group = store.lock(actor.orgId(), id).orElseThrow();
            requireWords(actor, group, WrittenPlace.NOTICE, List.of(text));
            store.setNotice(
                    actor.orgId(),
                    id,
                    new CustomerGroup.Notice(
                            text, actor.principalId(), effects.clock().instant()));
            if (input.announce() && !text.isEmpty()) {
                effects.tasks().say(group, "notice-" + (group.version() + 1), text, List.of());
            }
        });
        effects.news().changed(position.group());
        return groups.get(actor, id);
    }

    CustomerGroupView setRules(Actor actor, long id, GroupRulesRequest input) {
        access.require(actor, id).requireManage();
        CustomerGroup changed = transaction.execute(status -> {
            CustomerGroup group = store.lock(actor.orgId(), id).orElseThrow();
            if (group.version() != input.version()) {
                throw CustomergroupProblem.CHANGED_MEANWHILE.problem("version", group.version());
            }
            GroupWelcome welcome = welcome(actor, group, input.welcome());
            List<GroupReply> replies = replies(actor, group, input.replies());
            store.setRules(
                    actor.orgId(), id, new CustomerGroup.Rules(input.nameLocked(), input.mutedAll(), welcome, replies));
            return group;
        });
        effects.gates().changed(Objects.requireNonNull(changed));
        effects.news().changed(changed);
        return groups.get(actor, id);
    }

    /** They are said in the owner's name. */
    private void requireWords(Actor actor, CustomerGroup group, WrittenPlace place, List<String> texts) {
        effects.words()
                .require(new StaffWords.Written(
                        actor.orgId(),
                        actor.principalId(),
                        place,
                        "group-" + group.id() + "-" + texts.hashCode(),
                        Set.of(group.ownerId()),
                        null,
                        texts));
    }

    /** As it is to be written, checked with what is attached. */
    private @Nullable GroupWelcome welcome(Actor actor, CustomerGroup group, @Nullable GroupWelcome input) {
        if (input == null || input.isEmpty()) {
            return null;
        }
        List<Attached> before = GroupWelcome.of(group.rules().welcome());
        List<Attached> wanted = Attachments.clean(input.attachments());
        effects.attachments().require(actor, wanted, before);
        Ready ready = effects.attachments().ready(actor.orgId(), wanted);
        requireWords(actor, group, WrittenPlace.WELCOME, texts(input.text(), wanted, ready));
        return input.with(effects.attachments().keep(actor, wanted, before));
    }

    /** The same of what answers to words; what one reply had may stand in another. */
    private List<GroupReply> replies(Actor actor, CustomerGroup group, List<GroupReply> input) {
        List<Attached> before = GroupReply.attached(group.rules().replies());
        List<GroupReply> wanted = input.stream()
                .map(reply -> reply.with(Attachments.clean(reply.attachments())))
                .toList();
        wanted.forEach(reply -> effects.attachments().require(actor, reply.attachments(), before));
        Ready ready = effects.attachments().ready(actor.orgId(), GroupReply.attached(wanted));
        wanted.forEach(reply ->
                requireWords(actor, group, WrittenPlace.REPLY, texts(reply.text(), reply.attachments(), ready)));
        return wanted.stream()
                .map(reply -> reply.with(effects.attachments().keep(actor, reply.attachments(), before)))
                .toList();
    }

    /** Everything that customers read of it. */
    private static List<String> texts(String text, List<Attached> attached, Ready ready) {
        List<String> texts = new ArrayList<>(List.of(text));
        texts.addAll(ready.words(attached));
        return texts;
    }

    CustomerGroupView setOwner(Actor actor, long id, long memberId) {
        Position position = access.require(actor, id).requireOwn();
        groups.requireEligible(actor.orgId(), memberId);
        shared.setOwner(actor, position.group().conversation(), memberId);
        log.read(actor.orgId(), id);
        return groups.get(actor, id);
    }

    void dissolve(Actor actor, long id) {
        Position position = access.require(actor, id).requireOwn();
        shared.dissolve(actor, position.group().conversation());
        log.read(actor.orgId(), id);
    }
}
