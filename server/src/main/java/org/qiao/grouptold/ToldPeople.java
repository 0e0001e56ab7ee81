package org.qiao.grouptold;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qiao.account.Guests;
import org.qiao.account.Guests.Face;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupDoor.OwnedGroup;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.grouptold.ToldRule.Wish;
import org.qiao.messaging.News.Key;
import org.qiao.messaging.Presence;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;

/** What one company's customers want and how everybody is called: a fixed number of questions, however many people it are. */
@Component
class ToldPeople {

    private final Customers customers;
    private final ToldQuiets quiets;
    private final Notices notices;
    private final Presence presence;
    private final GroupDoor groups;
    private final Names names;

    ToldPeople(
            Customers customers, ToldQuiets quiets, Notices notices, Presence presence, GroupDoor groups, Names names) {
        this.customers = customers;
        this.quiets = quiets;
        this.notices = notices;
        this.presence = presence;
        this.groups = groups;
        this.names = names;
    }

    /** How people and companies are called. */
    @Component("grouptoldNames")
    record Names(Guests guests, Members members, CustomerRules rules, Orgs orgs) {}

    /**
     * @param groups by conversation; dissolved ones are left out
     * @param open what was said may leave the server
     */
    record Company(long orgId, String name, ZoneId zone, boolean open, Map<Long, OwnedGroup> groups) {}

    Company company(long orgId, Collection<Long> conversations) {
        return new Company(
                orgId,
                names.rules().badge(orgId).name(),
                ZoneId.of(names.orgs().get(orgId).zone()),
                names.rules().settings(orgId).tellsText(),
                groups.ofConversations(orgId, conversations).stream()
                        .collect(Collectors.toMap(OwnedGroup::conversationId, Function.identity())));
    }

    /** @param connected have a page open */
    record Wishes(Set<Key> quiet, Set<Long> push, Set<Long> mail, Set<Long> connected) {

        Wish of(Key key, boolean unpushed) {
            long person = key.principalId();
            return new Wish(quiet.contains(key), push.contains(person) && !unpushed, mail.contains(person));
        }
    }

    Wishes wishes(long orgId, Collection<Key> keys) {
        Set<Long> people = keys.stream().map(Key::principalId).collect(Collectors.toSet());
        Set<Long> mail = customers.findAll(orgId, people).stream()
                .filter(customer -> customer.replyByEmail() && !customer.isBlocked() && !customer.isErased())
                .map(Customer::id)
                .collect(Collectors.toSet());
        return new Wishes(
                quiets.among(orgId, keys),
                notices.reachable(orgId, Channel.PUSH, people),
                mail,
                presence.connected(people));
    }

    /** Names of whoever wrote, languages of whoever reads. */
    record Known(Map<Long, String> names, Map<Long, Locale> locales) {

        String name(long id) {
            return names.getOrDefault(id, "");
        }

        Locale locale(long id) {
            return locales.getOrDefault(id, Locale.SIMPLIFIED_CHINESE);
        }
    }

    Known known(long orgId, Collection<Long> readers, Collection<Long> senders) {
        Set<Long> everybody = new HashSet<>(readers);
        everybody.addAll(senders);
        Map<Long, Face> faces = names.guests().faces(orgId, everybody);
        Map<Long, String> called = new HashMap<>();
        Map<Long, Locale> locales = new HashMap<>();
        faces.values().forEach(face -> {
            called.put(face.id(), face.name());
            locales.put(face.id(), face.locale());
        });
        List<Long> staff =
                senders.stream().filter(id -> !faces.containsKey(id)).distinct().toList();
        for (Card card : names.members().cards(orgId, staff)) {
            called.put(card.id(), card.name());
        }
        return new Known(called, locales);
    }
}
