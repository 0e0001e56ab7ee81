package org.qiao.privacy;

import java.util.Comparator;
import java.util.List;
import org.qiao.customer.PersonData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the modules keep, in the order in which they are asked. */
@Component
class PersonParts {

    private final ObjectProvider<PersonData> found;

    PersonParts(ObjectProvider<PersonData> found) {
        this.found = found; // asked late: some of them depend on much
    }

    List<PersonData> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(PersonData::order).thenComparing(PersonData::name))
                .toList();
    }

    int count() {
        return (int) found.stream().count();
    }
}
