package org.qiao.messagenotice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.account.Sessions;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Message;
import org.qiao.messaging.News.Unread;
import org.qiao.messaging.Presence;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.NoticeText;
import org.springframework.stereotype.Component;

/** Writes the digests of many people: a fixed number of statements. */
@Component
class DigestMail {

    private static final int SHOWN = 10;
    private static final int LINES = 3;
    private static final int LOOKED_AT = 50;

    private final DigestStore store;
    private final News news;
    private final Presence presence;
    private final Sessions sessions;
    private final Members members;
    private final Orgs orgs;
    private final Addressees addressees;

    DigestMail(
            DigestStore store,
            News news,
            Presence presence,
            Sessions sessions,
            Members members,
            Orgs orgs,
            Addressees addressees) {
        this.store = store;
        this.news = news;
        this.presence = presence;
        this.sessions = sessions;
        this.members = members;
        this.orgs = orgs;
        this.addressees = addressees;
    }

    record Letter(long principalId, Locale locale, NoticeText text) {

        NoticeOrder order(String key, Instant now, Duration life) {
            return new NoticeOrder(key, Channel.EMAIL, principalId, null, locale, text, now, now.plus(life), false);
        }
    }

    /** Of these people those who have an address, were away since then, and have something unread that is newer than their last digest. */
    List<Letter> write(long orgId, Collection<Long> due, Map<Long, Wish> wishes, Instant away) {
        Set<Long> absent = absent(orgId, due, away);
        Map<Long, List<Unread>> unread = unread(orgId, absent, wishes);
        if (unread.isEmpty()) {
            return List.of();
        }
        List<Unread> shown = unread.values().stream()
                .flatMap(list -> list.stream().limit(SHOWN))
                .toList();
        Map<Long, List<Message>> messages = messages(orgId, shown, wishes);
        Set<Long> named = new HashSet<>();
        messages.values().forEach(list -> list.forEach(message -> named.add(message.sender())));
        shown.forEach(each -> named.add(peer(each)));
        Addressees.Known known = addressees.of(orgId, named, unread.keySet());
        String company = orgs.get(orgId).name();
        List<Letter> letters = new ArrayList<>();
        unread.forEach((person, list) -> {
            Locale locale = known.locale(person);
            List<Wording.Part> parts = list.stream()
                    .limit(SHOWN)
                    .map(each -> part(each, known, locale, lines(each, messages, known, wishes)))
                    .toList();
            long count = list.stream().mapToLong(Unread::count).sum();
            Wording.Digest digest = new Wording.Digest(
                    company, parts, count, list.size(), list.size() == LOOKED_AT, addressees.address());
            letters.add(new Letter(person, locale, Wording.digest(locale, digest)));
        });
        return letters;
    }

    private Set<Long> absent(long orgId, Collection<Long> due, Instant away) {
        Map<Long, Members.Contact> contacts = members.contacts(orgId, due);
        Map<Long, Instant> seen = sessions.lastSeen(due);
        Set<Long> connected = presence.connected(due);
        return due.stream()
                .filter(id -> !connected.contains(id))
                .filter(id -> seen.getOrDefault(id, Instant.MIN).isBefore(away))
                .filter(id -> contacts.containsKey(id) && contacts.get(id).email() != null)
                .collect(Collectors.toSet());
    }

    /** Muted conversations count when they name the person and he wants to know. */
    private Map<Long, List<Unread>> unread(long orgId, Set<Long> absent, Map<Long, Wish> wishes) {
        Map<Long, List<Unread>> unread = new LinkedHashMap<>();
        for (Unread each : news.unread(orgId, absent, LOOKED_AT)) {
            long person = each.seat().key().principalId();
            TellSettings settings = Objects.requireNonNull(wishes.get(person)).settings();
            boolean named = each.seat().mentionSeq() > 0 && settings.mutedMentions();
            if (!each.seat().muted() || named) {
                unread.computeIfAbsent(person, id -> new ArrayList<>()).add(each);
            }
        }
        Map<Long, Instant> last = store.last(orgId, unread.keySet());
        unread.entrySet().removeIf(entry -> {
            Instant before = last.getOrDefault(entry.getKey(), Instant.MIN);
            return entry.getValue().stream().noneMatch(each -> each.movedAt().isAfter(before));
        });
        return unread;
    }

    /** The last ones of each conversation; each person then sees what is new to him. */
    private Map<Long, List<Message>> messages(long orgId, List<Unread> shown, Map<Long, Wish> wishes) {
        Map<Long, Long> after = new HashMap<>();
        shown.stream()
                .filter(each -> Objects.requireNonNull(
                                wishes.get(each.seat().key().principalId()))
                        .settings()
                        .preview())
                .forEach(each ->
                        after.merge(each.place().conversationId(), each.seat().readSeq(), Math::min));
        return news.messages(orgId, after, LINES).stream().collect(Collectors.groupingBy(Message::conversationId));
    }

    private static List<Wording.Line> lines(
            Unread each, Map<Long, List<Message>> messages, Addressees.Known known, Map<Long, Wish> wishes) {
        long person = each.seat().key().principalId();
        if (!Objects.requireNonNull(wishes.get(person)).settings().preview()) {
            return List.of();
        }
        return messages.getOrDefault(each.place().conversationId(), List.of()).stream()
                .filter(message -> message.seq() > each.seat().readSeq() && message.sender() != person)
                .map(message -> new Wording.Line(known.name(message.sender()), message))
                .toList();
    }

    private static Wording.Part part(Unread each, Addressees.Known known, Locale locale, List<Wording.Line> lines) {
        String name = each.place().isDirect() ? known.name(peer(each)) : Wording.title(locale, each.place());
        return new Wording.Part(name, each.count(), lines);
    }

    private static long peer(Unread each) {
        return each.place().peer(each.seat().key().principalId());
    }
}
