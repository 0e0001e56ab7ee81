package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qiao.customergroup.GroupTaskStore.Kind;
import org.qiao.customergroup.GroupTaskStore.Task;
import org.qiao.customergroup.GroupTaskStore.Work;
import org.qiao.customerguard.StaffWords;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
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

    /** What it takes to say something. */
    @Component("customergroupSpeech")
    record Speech(Files files, StaffWords words) {}

    /** The company's words may be others than when it was written: then its files are sent alone. In the caller's transaction. */
    void say(CustomerGroup group, String key, Automatic what, List<Long> attached) {
        boolean mayGo = speech.words()
                .mayGo(StaffWords.Written.own(
                        group.orgId(),
                        group.ownerId(),
                        what.place(),
                        "group-" + group.id() + "-said-" + what.template().hashCode(),
                        List.of(what.template())));
        if (mayGo || !attached.isEmpty()) {
            say(group, key, mayGo ? what.text() : "", attached);
        }
    }

    /** @param template as somebody wrote it, before names came into it */
    record Automatic(WrittenPlace place, String template, String text) {}

    /** In the caller's transaction. */
    void say(CustomerGroup group, String key, String text, List<Long> attached) {
        store.add(group, key, new Work(Kind.SAY, text, attached, null, null), clock.instant());
    }

    /** His contact turned out to be another one: the place is that one's. In the caller's transaction. */
    void move(CustomerGroup group, long from, long to) {
        store.add(group, "move-" + from, new Work(Kind.MOVE, null, null, from, to), clock.instant());
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
        Work work = new Work(Kind.REMOVE, null, null, customerId, null);
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
                LOG.warn(
                        "Nothing was done in a customer group: {} ({})",
                        problem.code(),
                        task.work().kind());
                store.delete(task);
            }
        } catch (RuntimeException e) { // an edge: one bad task keeps no other from its turn
            Instant now = clock.instant();
            boolean over = task.failures() + 1 >= ATTEMPTS;
            LOG.error("Task {} in a customer group failed{}", task.id(), over ? " and was given up" : "", e);
            store.failed(task, now.plus(Limits.pause(task.failures())), over, now);
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
        List<Long> attached = Objects.requireNonNullElse(task.work().files(), List.of());
        for (int i = 0; i < attached.size(); i++) {
            file(group, key + i, attached.get(i));
        }
    }

    private void file(CustomerGroup group, String key, long fileId) {
        FileView file = speech.files().describe(group.orgId(), fileId);
        EntryKind kind = file.isPicture() ? EntryKind.IMAGE : EntryKind.FILE;
        Draft.Body body = new Draft.Body(null, null, null, null, new Draft.FileRef(fileId));
        conversations.say(group.orgId(), group.ownerId(), Draft.message(group.conversation(), key, kind, body));
    }

    private static Actor owner(CustomerGroup group) {
        return new Actor(group.orgId(), group.ownerId(), Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
