package org.qiao.customerimport;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.Customers;
import org.qiao.customerimport.Meanings.Moment;
import org.qiao.customerimport.Meanings.People;
import org.qiao.customerprofile.ImportedProfiles;
import org.qiao.directory.Roster;
import org.qiao.form.FormSchema;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Finds out what the words of a sheet mean in a company, and whom it knows already. */
@Component
class Lookups {

    private final ImportedProfiles profiles;
    private final Customers customers;
    private final CustomerRules rules;
    private final ContactStore contacts;
    private final Roster roster;
    private final Clock clock;

    Lookups(
            ImportedProfiles profiles,
            Customers customers,
            CustomerRules rules,
            ContactStore contacts,
            Roster roster,
            Clock clock) {
        this.profiles = profiles;
        this.customers = customers;
        this.rules = rules;
        this.contacts = contacts;
        this.roster = roster;
        this.clock = clock;
    }

    FormSchema attributes(Actor actor) {
        return profiles.attributes(actor.orgId());
    }

    boolean mayServe(long orgId, long memberId) {
        return !rules.eligible(orgId, Set.of(memberId)).isEmpty();
    }

    /**
     * @param named whether rows name who serves them
     * @param tagNames all that are named anywhere
     */
    Meanings meanings(Actor actor, boolean named, @Nullable Long standard, Set<String> tagNames) {
        FormSchema schema = attributes(actor);
        return new Meanings(
                people(actor, named, standard),
                profiles.tags(actor.orgId(), tagNames),
                profiles.stages(actor.orgId()),
                values -> profiles.judge(actor, schema, values),
                new Moment(clock.instant(), actor.zone()));
    }

    private People people(Actor actor, boolean named, @Nullable Long standard) {
        People.Building people = new People.Building();
        if (named) {
            roster.forEach(
                    actor,
                    entry -> people.add(
                            entry.id(),
                            entry.person().name(),
                            Stream.of(
                                            entry.person().number(),
                                            entry.person().phone(),
                                            entry.person().email())
                                    .filter(Objects::nonNull)
                                    .toList()));
        }
        return people.build(rules.eligible(actor.orgId(), people.everybody()), standard);
    }

    /** Whom the company knows by these: who has proved it comes before whom a sheet has called so. */
    Map<Contact, Long> owners(long orgId, Collection<Contact> some) {
        Set<Contact> wanted = new HashSet<>(some);
        Map<Contact, Long> owners = new HashMap<>(wanted.isEmpty() ? Map.of() : contacts.owners(orgId, wanted));
        List<CustomerKey> keys =
                wanted.stream().map(Contact::key).flatMap(Optional::stream).toList();
        customers.keyOwners(orgId, keys).forEach((key, owner) -> owners.put(Contact.of(key), owner));
        return owners;
    }

    /** The first of his contacts that somebody has. */
    static Optional<Long> owner(Map<Contact, Long> owners, List<Contact> contacts) {
        return contacts.stream().map(owners::get).filter(Objects::nonNull).findFirst();
    }

    static Set<Contact> contacts(Collection<RowReading.Read> rows) {
        return rows.stream()
                .flatMap(read -> read.row().person().contacts().stream())
                .collect(Collectors.toSet());
    }
}
