package org.qiao.grouptold;

import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many groups a customer has made quiet, and until where he was told. */
@Component
class ToldPersonData implements PersonData {

    private final ToldQuietStore quiets;
    private final ToldCallStore calls;

    ToldPersonData(ToldQuietStore quiets, ToldCallStore calls) {
        this.quiets = quiets;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "grouptold";
    }

    @Override
    public void export(Person person, PersonExport out) {
        quiets.since(person).forEach(since -> out.row("quiet-groups", Map.of("since", since)));
    }

    @Override
    @Transactional
    public boolean erase(Person person) {
        quiets.erase(person);
        calls.erase(person);
        return true;
    }
}
