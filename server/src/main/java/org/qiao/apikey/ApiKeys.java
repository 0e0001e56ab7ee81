package org.qiao.apikey;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiKeyStore.Key;
import org.qiao.apikey.ApiKeyView.ApiKeyAct;
import org.qiao.apikey.ApiKeyView.ApiKeyCreated;
import org.qiao.apikey.ApiKeyView.What;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of a company, in the hands of full administrators. */
@Service
public class ApiKeys {

    static final String PREFIX = "qk_";
    static final int MOST = 50;

    private static final int LISTED = 200;

    private final ApiKeyStore store;
    private final Members members;
    private final Clock clock;

    ApiKeys(ApiKeyStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** A program started an approval; in the caller's transaction. */
    @Transactional
    public void noteStart(ApiCaller caller, long approvalId) {
        store.note(caller.actor(), caller.keyId(), What.STARTED, approvalId, clock.instant());
    }

    /** A program decided something; in the caller's transaction. */
    @Transactional
    public void noteDecision(ApiCaller caller, long approvalId) {
        store.note(caller.actor(), caller.keyId(), What.DECIDED, approvalId, clock.instant());
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ApikeyProblem.NOT_ALLOWED.problem();
        }
    }

    List<ApiKeyView> list(Actor actor) {
        requireAdmin(actor);
        return views(actor, store.list(actor.orgId(), LISTED));
    }

    @Transactional
    ApiKeyCreated create(Actor actor, ApiKeyRequest request) {
        requireAdmin(actor);
        Long member = request.memberId();
        if (member != null && members.present(actor, List.of(member)).isEmpty()) {
            throw ApikeyProblem.UNKNOWN_MEMBER.problem();
        }
        store.lock(actor.orgId());
        List<Key> living = store.list(actor.orgId(), LISTED).stream()
                .filter(key -> key.revokedAt() == null)
                .toList();
        if (living.size() >= MOST) {
            throw ApikeyProblem.TOO_MANY.problem("max", MOST);
        }
        if (living.stream().anyMatch(key -> key.name().equals(request.name().strip()))) {
            throw ApikeyProblem.NAME_TAKEN.problem();
        }
        String token = PREFIX + SecureTokens.create();
        Instant now = clock.instant();
        long id = store.insert(actor, request, SecureTokens.hash(token), now);
        store.note(actor, id, What.CREATED, null, now);
        return new ApiKeyCreated(view(actor, id), token);
    }

    /** At once and for ever; again is harmless. */
    @Transactional
    ApiKeyView revoke(Actor actor, long id) {
        requireAdmin(actor);
        Instant now = clock.instant();
        if (store.revoke(actor, id, now)) {
            store.note(actor, id, What.REVOKED, null, now);
        }
        return view(actor, id);
    }

    Page<ApiKeyAct> acts(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        requireAdmin(actor);
        if (store.find(actor.orgId(), id).isEmpty()) {
            throw ApikeyProblem.NOT_FOUND.problem();
        }
        int size = Limits.page(limit);
        Page<ApiKeyStore.Note> page = Page.cut(
                store.notes(actor.orgId(), id, Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                note -> Long.toString(note.id()));
        Set<Long> people = new HashSet<>();
        page.items().forEach(note -> people.add(note.personId()));
        Map<Long, Card> cards = cards(actor, people);
        return page.map(
                note -> new ApiKeyAct(note.id(), note.what(), cards.get(note.personId()), note.subject(), note.at()));
    }

    private ApiKeyView view(Actor actor, long id) {
        Key key = store.find(actor.orgId(), id).orElseThrow(ApikeyProblem.NOT_FOUND::problem);
        return views(actor, List.of(key)).getFirst();
    }

    private List<ApiKeyView> views(Actor actor, List<Key> keys) {
        Set<Long> people = new HashSet<>();
        for (Key key : keys) {
            people.add(key.createdBy());
            if (key.memberId() != null) {
                people.add(key.memberId());
            }
        }
        Map<Long, Card> cards = cards(actor, people);
        return keys.stream()
                .map(key -> new ApiKeyView(
                        key.id(),
                        key.name(),
                        key.scopes(),
                        key.memberId() == null ? null : cards.get(key.memberId()),
                        cards.get(key.createdBy()),
                        key.createdAt(),
                        key.lastUsedAt(),
                        key.revokedAt()))
                .toList();
    }

    private Map<Long, Card> cards(Actor actor, Set<Long> people) {
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, people).forEach(card -> cards.put(card.id(), card));
        return cards;
    }
}
