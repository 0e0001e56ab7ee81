package org.qiao.customergroup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;
import org.qiao.attachment.AttachedView;
import org.qiao.attachment.Attachments;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.customergroup.GroupAccess.Position;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.messaging.SharedGroups;
import org.qiao.messaging.SharedGroups.GroupState;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** What the staff sees of groups: two or three queries, however many there are. */
@Component
class CustomerGroupViews {

    private final Members members;
    private final SharedGroups shared;
    private final CustomerGroupRules rules;
    private final Attachments attachments;
    private final GroupTaskStore tasks;

    CustomerGroupViews(
            Members members,
            SharedGroups shared,
            CustomerGroupRules rules,
            Attachments attachments,
            GroupTaskStore tasks) {
        this.members = members;
        this.shared = shared;
        this.rules = rules;
        this.attachments = attachments;
        this.tasks = tasks;
    }

    /**
     * A group in a list.
     *
     * @param ownerGone the owner has left or is locked out: the hand-over waits
     * @param members of them {@code customers}
     * @param most members can be in
     * @param failed things that were to be done in it and were given up; 0 for who may not manage it
     */
    record CustomerGroupLine(
            long id,
            @Nullable Long conversationId,
            String title,
            Card owner,
            boolean ownerGone,
            GroupStanding role,
            boolean seated,
            int members,
            int customers,
            int most,
            boolean mutedAll,
            int failed,
            Instant createdAt) {}

    /**
     * Something that was to be done in a group in its owner's name and was given up.
     *
     * @param text what was to be said
     * @param attached how much was to follow it
     * @param person the customer who was to go or to be moved
     * @param reason the code of the last refusal; empty: something broke
     */
    record GroupFailureView(
            long id,
            GroupTaskStore.Kind kind,
            String text,
            int attached,
            @Nullable String person,
            String reason,
            int attempts,
            Instant failedAt) {

        @Override
        public String toString() {
            return "GroupFailureView " + id;
        }
    }

    /**
     * @param attached those of the welcome, in their order
     * @param replyAttached those of each reply
     */
    record CustomerGroupView(
            @JsonUnwrapped CustomerGroupLine line,
            String notice,
            @Nullable Card noticeBy,
            @Nullable Instant noticeAt,
            boolean nameLocked,
            @Nullable GroupWelcome welcome,
            List<AttachedView> attached,
            List<GroupReply> replies,
            List<List<AttachedView>> replyAttached,
            int version,
            boolean mayManage,
            boolean mayOwn,
            boolean mayRename) {}

    List<CustomerGroupLine> lines(Actor actor, Collection<Position> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        Set<Long> owners = new HashSet<>();
        positions.forEach(position -> owners.add(position.group().ownerId()));
        Known known = new Known(
                members.cardsById(actor, owners),
                members.present(actor.orgId(), owners),
                shared.states(
                        actor.orgId(),
                        positions.stream()
                                .map(position -> position.group().conversationId())
                                .filter(Objects::nonNull)
                                .toList()),
                rules.most(actor.orgId()),
                tasks.givenUp(
                        actor.orgId(),
                        positions.stream()
                                .filter(position -> position.standing().mayManage())
                                .map(position -> position.group().id())
                                .toList()));
        return positions.stream().map(known::line).toList();
    }

    private record Known(
            Map<Long, Card> owners,
            Set<Long> present,
            Map<Long, GroupState> states,
            int most,
            Map<Long, Integer> failed) {

        CustomerGroupLine line(Position position) {
            CustomerGroup group = position.group();
            Long conversation = group.conversationId();
            GroupState state = conversation == null ? null : states.get(conversation);
            return new CustomerGroupLine(
                    group.id(),
                    conversation,
                    state == null ? group.title() : state.title(),
                    Objects.requireNonNull(owners.get(group.ownerId())),
                    !present.contains(group.ownerId()),
                    position.standing(),
                    position.seated(),
                    state == null ? 0 : state.members(),
                    group.customers(),
                    most,
                    group.rules().mutedAll(),
                    failed.getOrDefault(group.id(), 0),
                    group.createdAt());
        }
    }

    CustomerGroupView view(Actor actor, Position position) {
        CustomerGroup group = position.group();
        CustomerGroup.Notice notice = group.notice();
        Long by = notice.by();
        List<Attached> attached = GroupWelcome.of(group.rules().welcome());
        List<GroupReply> replies = group.rules().replies();
        Ready ready = attachments.ready(
                actor.orgId(),
                Stream.concat(attached.stream(), GroupReply.attached(replies).stream())
                        .toList());
        return new CustomerGroupView(
                lines(actor, List.of(position)).getFirst(),
                notice.text(),
                by == null ? null : members.cardsById(actor, List.of(by)).get(by),
                notice.at(),
                group.rules().nameLocked(),
                group.rules().welcome(),
                ready.views(attached),
                replies,
                replies.stream().map(reply -> ready.views(reply.attachments())).toList(),
                group.version(),
                position.standing().mayManage(),
                position.standing().mayOwn(),
                position.standing().mayRename(group.rules().nameLocked()));
    }
}
