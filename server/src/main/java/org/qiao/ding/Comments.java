package org.qiao.ding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Way;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.notice.NoticeAnswered;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The thread under a DING: of the sender, the recipients and who stands in for them. */
@Service
class Comments {

    private static final int TEXT_MAX = 2_000;
    private static final int COMMENTS_MAX = 10_000;

    private final CommentStore store;
    private final Inbox inbox;
    private final DingStore dings;
    private final RecipientStore recipients;
    private final Members members;
    private final Tellings tellings;
    private final Clock clock;

    Comments(
            CommentStore store,
            Inbox inbox,
            DingStore dings,
            RecipientStore recipients,
            Members members,
            Tellings tellings,
            Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.dings = dings;
        this.recipients = recipients;
        this.members = members;
        this.tellings = tellings;
        this.clock = clock;
    }

    /** Body of POST /api/dings/{id}/comments. @param key once for the author; a repeat changes nothing */
    record CommentRequest(
            @NotBlank @Size(max = TEXT_MAX) String text,
            @NotBlank @Size(max = 64) String key) {}

    /** @param authorName of somebody without an account, who wrote back by SMS */
    record CommentView(long id, @Nullable Card author, String authorName, String text, Way way, Instant at) {}

    Page<CommentView> list(Actor actor, long dingId, @Nullable String after, @Nullable Integer limit) {
        Ding ding = inbox.require(actor, dingId);
        int size = Limits.page(limit);
        Page<CommentStore.Row> page =
                Page.cut(store.list(ding, Limits.key(after, 0), size + 1), size, row -> Long.toString(row.id()));
        Set<Long> ids = new HashSet<>();
        page.items().stream()
                .map(CommentStore.Row::authorId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return page.map(row -> new CommentView(
                row.id(),
                row.authorId() == null ? null : cards.get(row.authorId()),
                row.authorName(),
                row.text(),
                row.way(),
                row.at()));
    }

    @Transactional
    public void add(Actor actor, long dingId, CommentRequest input) {
        Ding ding = inbox.require(actor, dingId);
        if (store.count(ding) >= COMMENTS_MAX) {
            throw PlatformProblem.TOO_MANY.problem();
        }
        String key = actor.principalId() + ":" + input.key();
        add(
                ding,
                new CommentStore.Fresh(actor.principalId(), null, input.text().strip(), Way.APP, key),
                clock.instant());
    }

    /** By SMS; the moment in the key lets a repeat of the event change nothing. */
    @Transactional
    public void wroteBack(StepStore.Row step, NoticeAnswered answered) {
        Ding ding = dings.find(step.orgId(), step.dingId()).orElseThrow();
        String text = answered.answer().strip();
        Recipient recipient =
                recipients.find(step.orgId(), List.of(step.recipientId())).getFirst();
        Long author = step.target() == Target.PERSON ? recipient.principalId() : step.targetId();
        if (!text.isEmpty() && store.count(ding) < COMMENTS_MAX) {
            String shown = text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
            String key = answered.key() + "@" + answered.at().toEpochMilli();
            add(ding, new CommentStore.Fresh(author, recipient.id(), shown, Way.SMS, key), answered.at());
        }
    }

    private void add(Ding ding, CommentStore.Fresh comment, Instant at) {
        if (store.insert(ding, comment, at).isPresent()) {
            Set<Long> people = new HashSet<>(recipients.people(ding));
            people.add(ding.senderId());
            tellings.tell(people, ding.id(), Tellings.Kind.COMMENT);
        }
    }
}
