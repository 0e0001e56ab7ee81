package org.qiao.material;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.material.MaterialViews.MaterialOpen;
import org.qiao.material.MaterialViews.MaterialSendView;
import org.qiao.material.SendStore.Open;
import org.qiao.material.SendStore.Send;
import org.qiao.messaging.Conversations;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who opened what was sent to him, when, and how long: for whoever belongs to the conversation, and administrators. */
@Service
class Radar {

    private static final int OPENS_SHOWN = 20;

    /** More openings of one use are counted, but not written down one by one. */
    private static final int OPENS_KEPT = 200;

    private static final Duration OPEN_AT_MOST = Duration.ofHours(2);

    private final SendStore store;
    private final MaterialStore materials;
    private final Conversations conversations;
    private final Names names;
    private final CustomerEvents timeline;
    private final Clock clock;

    Radar(
            SendStore store,
            MaterialStore materials,
            Conversations conversations,
            Names names,
            CustomerEvents timeline,
            Clock clock) {
        this.store = store;
        this.materials = materials;
        this.conversations = conversations;
        this.names = names;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What other modules know of people. */
    @Component
    record Names(Members members, Customers customers) {}

    /** What a customer opens, and in which conversation. */
    record Opening(long openId, Material material, long conversationId) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<MaterialSendView> inConversation(
            Actor actor, long conversationId, @Nullable String after, @Nullable Integer limit) {
        conversations.recipients(actor, conversationId);
        int size = Limits.page(limit);
        return views(
                actor,
                store.inConversation(actor.orgId(), conversationId, Limits.key(after, Long.MAX_VALUE), size + 1),
                size);
    }

    /** The actor's own uses; administrators see everybody's. */
    @Transactional(readOnly = true)
    public Page<MaterialSendView> ofMaterial(
            Actor actor, Material material, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Long sender = actor.isAdmin() ? null : actor.principalId();
        return views(actor, store.ofMaterial(material, sender, Limits.key(after, Long.MAX_VALUE), size + 1), size);
    }

    @Transactional(readOnly = true)
    public MaterialSendView get(Actor actor, long sendId) {
        Send send = store.find(actor.orgId(), sendId)
                .filter(found -> conversations.isMember(actor, found.conversationId()))
                .orElseThrow(MaterialProblem.NOT_FOUND::problem);
        return views(actor, List.of(send), 1).items().getFirst();
    }

    private Page<MaterialSendView> views(Actor actor, List<Send> rows, int size) {
        Page<Send> page = Page.cut(rows, size, send -> Long.toString(send.id()));
        List<Send> sends = page.items();
        Map<Long, Material> named =
                materials
                        .named(
                                actor.orgId(),
                                sends.stream().map(Send::materialId).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Material::id, material -> material));
        Map<Long, Card> senders = names.members()
                .cardsById(actor, sends.stream().map(Send::senderId).distinct().toList());
        Map<Long, List<MaterialOpen>> opens = opens(actor, sends);
        List<MaterialSendView> views = sends.stream()
                .filter(send -> senders.containsKey(send.senderId()))
                .map(send -> view(
                        send,
                        Objects.requireNonNull(named.get(send.materialId())),
                        Objects.requireNonNull(senders.get(send.senderId())),
                        opens.getOrDefault(send.id(), List.of())))
                .toList();
        return new Page<>(views, page.next());
    }

    private static MaterialSendView view(Send send, Material material, Card sender, List<MaterialOpen> customers) {
        return new MaterialSendView(
                send.id(),
                send.materialId(),
                material.kind(),
                material.content().title(),
                sender,
                send.conversationId(),
                send.sentAt(),
                send.opened().times(),
                send.opened().seconds(),
                send.opened().last(),
                customers);
    }

    private Map<Long, List<MaterialOpen>> opens(Actor actor, Collection<Send> sends) {
        if (sends.isEmpty()) {
            return Map.of();
        }
        List<Open> all = store.opens(actor.orgId(), sends.stream().map(Send::id).toList(), OPENS_SHOWN);
        Map<Long, CustomerCard> cards = names.customers()
                .cardsById(
                        actor.orgId(),
                        all.stream().map(Open::customerId).distinct().toList());
        Map<Long, List<MaterialOpen>> bySend = new HashMap<>();
        for (Open open : all) {
            bySend.computeIfAbsent(open.sendId(), id -> new ArrayList<>())
                    .add(new MaterialOpen(cards.get(open.customerId()), open.openedAt(), open.seconds()));
        }
        return bySend;
    }

    /** A customer opens a link or an article that stands in a conversation of his. */
    @Transactional
    public Opening open(Actor guest, long sendId) {
        Opened opened = require(guest, sendId);
        Instant now = clock.instant();
        int times = store.opened(opened.send(), now);
        materials.opened(guest.orgId(), opened.material().id());
        if (times == 1) {
            timeline.add(guest.orgId(), guest.principalId(), event(guest, opened.material()));
        }
        long id = times <= OPENS_KEPT ? store.addOpen(opened.send(), guest.principalId(), now) : 0;
        return new Opening(id, opened.material(), opened.send().conversationId());
    }

    /** What may be opened, and where it stands. */
    record Opened(Send send, Material material) {}

    Opened require(Actor guest, long sendId) {
        Send send = store.find(guest.orgId(), sendId)
                .filter(found -> conversations.isMember(guest, found.conversationId()))
                .orElseThrow(MaterialProblem.NOT_FOUND::problem);
        Material material = materials
                .find(guest.orgId(), send.materialId())
                .filter(found -> found.kind().isOpened())
                .orElseThrow(MaterialProblem.NOT_FOUND::problem);
        return new Opened(send, material);
    }

    private static NewEvent event(Actor guest, Material material) {
        return NewEvent.of("MATERIAL_OPENED", guest.principalId())
                .with(Map.of(
                        "material", material.id(), "name", material.content().title()));
    }

    /** He is through, or still at it; not longer than it can have been. Which use it was, when that is news. */
    @Transactional
    public Optional<Long> read(Actor guest, long openId, int seconds) {
        return store.setSeconds(guest, openId, seconds, clock.instant().minus(OPEN_AT_MOST));
    }
}
