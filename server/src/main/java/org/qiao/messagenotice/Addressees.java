package org.qiao.messagenotice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qiao.account.HttpSettings;
import org.qiao.account.Principals;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.springframework.stereotype.Component;

/** Names, languages and links, where nobody is signed in. */
@Component
class Addressees {

    private final Members members;
    private final Principals principals;
    private final Orgs orgs;
    private final String address;

    Addressees(Members members, Principals principals, Orgs orgs, HttpSettings server) {
        this.members = members;
        this.principals = principals;
        this.orgs = orgs;
        this.address = server.address();
    }

    record Known(Map<Long, String> names, Map<Long, Locale> locales, Locale company) {

        String name(long id) {
            return names.getOrDefault(id, "");
        }

        Locale locale(long id) {
            return locales.getOrDefault(id, company);
        }
    }

    Known of(long orgId, Collection<Long> named, Collection<Long> readers) {
        Map<Long, String> names = new HashMap<>();
        for (Card card : members.cards(orgId, List.copyOf(named))) {
            names.put(card.id(), card.name());
        }
        Locale company = Locale.forLanguageTag(orgs.get(orgId).locale());
        return new Known(names, principals.locales(orgId, readers), company);
    }

    /** For a browser that knows where it got its page from; without the server's address it needs none. */
    String link(long conversationId) {
        return address + "/messages/" + conversationId;
    }

    /** Empty when the server does not know where it is reached: an e-mail then leads nowhere. */
    String address() {
        return address;
    }
}
