package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qiao.account.Guests;
import org.qiao.attachment.Attached;
import org.qiao.attachment.AttachmentSource.Saying;
import org.qiao.attachment.Attachments;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.customergroup.CustomerGroupViews.GroupFailureView;
import org.qiao.customergroup.GroupTaskStore.GivenUp;
import org.qiao.customergroup.GroupTaskStore.Kind;
import org.qiao.customergroup.GroupTaskStore.Task;
import org.qiao.customergroup.GroupTaskStore.Work;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done in groups in the owner's name: written down with its reason in one transaction, done afterwards, and again after a
 * crash; keys make a repeat harmless.
 */
@Service
public class GroupTasks {

    private static final Logger LOG = LoggerFactory.getLogger(GroupTasks.class);
    private static final int AT_ONCE = 100;
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 8;
    private static final int SHOWN = 50;

    /** So long one that was given up can be looked at. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final GroupTaskStore store;
    private final CustomerGroupStore groups;
    private final GroupMemberStore members;
    private final CustomerConversations conversations;
    private final GroupMerges merges;
    private final Speech speech;
    private final Clock clock;

    GroupTasks(
            GroupTaskStore store,
            CustomerGroupStore groups,
            GroupMemberStore members,
            CustomerConversations conversations,
            GroupMerges merges,
            Speech speech,
            Clock clock) {
        this.store = store;
        this.groups = groups;
        this.members = members;
        this.conversations = conversations;
        this.merges = merges;
        this.speech = speech;
        this.clock = clock;
    }

    /** What it takes to say something, and to show what was not said. */
    @Component("customergroupSpeech")
    record Speech(Attachments attachments, StaffWords words, GroupAccess access, Guests guests) {}

    /** The company's words may be others than when it was written: what they forbid is not said. In the caller's transaction. */
    void say(CustomerGroup group, String key, Automatic what, List<Attached> attached) {
        Ready ready = speech.attachments().ready(group.orgId(), attached);
        List<Attached> allowed = attached.stream()
                .filter(one -> mayGo(group, what.place(), ready.words(one)))
                .toList();
        boolean mayGo = mayGo(group, what.place(), List.of(what.template()));
        if (mayGo || !allowed.isEmpty()) {
            say(group, key, mayGo ? what.text() : "", allowed);
        }
    }

    private boolean mayGo(CustomerGroup group, WrittenPlace place, List<String> texts) {
        String key = "group-" + group.id() + "-said-" + texts.hashCode();
        return speech.words().mayGo(StaffWords.Written.own(group.orgId(), group.ownerId(), place, key, texts));
    }

    /** @param template as somebody wrote it, before names came into it */
    record Automatic(WrittenPlace place, String template, String text) {}

    /** In the caller's transaction. */
    void say(CustomerGroup group, String key, String text, List<Attached> attached) {
        store.add(group, key, Work.say(text, attached), clock.instant());
    }

    /** His contact turned out to be another one: the place is that one's. In the caller's transaction. */
    void move(CustomerGroup group, long from, long to) {
        store.add(group, "move-" + from, Work.of(Kind.MOVE, from, to), clock.instant());
    }

    /** The customer leaves every group that he is in. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeEverywhere(long orgId, long customerId) {
        List<Long> ids = members.groupsOf(orgId, customerId);
        groups.findAll(orgId, ids).forEach(group -> remove(group, customerId));
    }

    /** The customer leaves one group. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(long orgId, long groupId, long customerId) {
        groups.find(orgId, groupId).ifPresent(group -> remove(group, customerId));
    }

    private void remove(CustomerGroup group, long customerId) {
        Work work = Work.of(Kind.REMOVE, customerId, null);
        store.add(group, "remove-" + customerId, work, clock.instant());
    }

    /** @return how many there were */
    int run() {
        List<Task> due = store.due(clock.instant(), AT_ONCE);
        due.forEach(this::run);
        return due.size();
    }

    private void run(Task task) {
        try {
            Optional<CustomerGroup> group =
                    groups.find(task.orgId(), task.groupId()).filter(found -> !found.dissolved());
            group.ifPresent(found -> run(found, task));
            store.delete(task);
        } catch (Problem problem) {
            if (problem.kind() == org.qiao.platform.Kind.BUSY) {
                store.postpone(task, clock.instant().plus(LATER));
            } else {
                refused(task, problem);
            }
        } catch (RuntimeException e) { // an edge: one bad task keeps no other from its turn
            Instant now = clock.instant();
            boolean over = task.failures() + 1 >= ATTEMPTS;
            LOG.error("Task {} in a customer group failed{}", task.id(), over ? " and was given up" : "", e);
            store.failed(task, over ? null : now.plus(Limits.pause(task.failures())), "", now);
        }
    }

    /** Who is gone already needs not go. What could not be said is shown to whoever manages the group. */
    private void refused(Task task, Problem problem) {
        LOG.warn(
                "Nothing was done in a customer group: {} ({})",
                problem.code(),
                task.work().kind());
        if (task.work().kind() == Kind.SAY) {
            store.failed(task, null, problem.code(), clock.instant());
        } else {
            store.delete(task);
        }
    }

    /** What was given up in a group, the last first; for whoever manages it. */
    List<GroupFailureView> failures(Actor actor, long groupId) {
        CustomerGroup group =
                speech.access().require(actor, groupId).requireManage().group();
        List<GivenUp> all = store.givenUp(group, SHOWN);
        Map<Long, Guests.Face> people = speech.guests()
                .faces(
                        actor.orgId(),
                        all.stream()
                                .map(one -> one.work().person())
                                .filter(Objects::nonNull)
                                .toList());
        return all.stream().map(one -> view(one, people)).toList();
    }

    private static GroupFailureView view(GivenUp one, Map<Long, Guests.Face> people) {
        Work work = one.work();
        Guests.Face person = work.person() == null ? null : people.get(work.person());
        return new GroupFailureView(
                one.id(),
                work.kind(),
                Objects.requireNonNullElse(work.text(), ""),
                work.all().size(),
                person == null ? null : person.name(),
                one.reason(),
                one.failures(),
                one.failedAt());
    }

    /** It is tried again at once. */
    void again(Actor actor, long groupId, long id) {
        CustomerGroup group =
                speech.access().require(actor, groupId).requireManage().group();
        if (!store.again(group, id, clock.instant())) {
            throw CustomergroupProblem.NOT_FOUND.problem();
        }
    }

    void forgetFailed() {
        store.forgetFailed(clock.instant().minus(KEPT));
    }

    private void run(CustomerGroup group, Task task) {
        Work work = task.work();
        switch (work.kind()) {
            case SAY -> say(group, task);
            case REMOVE ->
                conversations.remove(owner(group), group.conversation(), Objects.requireNonNull(work.person()));
            case MOVE ->
                merges.move(group, Objects.requireNonNull(work.person()), Objects.requireNonNull(work.other()));
        }
    }

    private void say(CustomerGroup group, Task task) {
        String text = task.work().text();
        String key = "group-" + task.key() + "-";
        if (text != null && !text.isBlank()) {
            conversations.say(group.orgId(), group.ownerId(), Draft.text(group.conversation(), key + "text", text));
        }
        List<Attached> attached = task.work().all();
        Ready ready = speech.attachments().ready(group.orgId(), attached);
        for (int i = 0; i < attached.size(); i++) {
            Saying saying = new Saying(group.orgId(), group.ownerId(), group.conversation(), key + i);
            speech.attachments().say(saying, attached.get(i), ready);
        }
    }

    private static Actor owner(CustomerGroup group) {
        return new Actor(group.orgId(), group.ownerId(), Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
