package org.qiao.privacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.springframework.stereotype.Component;

/** A module that fails once in the middle of an erasure. */
@Component // found by the scan, so that all tests share one context
class Stumble implements PersonData {

    private final Set<Long> armed = ConcurrentHashMap.newKeySet();

    void arm(long orgId) {
        armed.add(orgId);
    }

    boolean hasFallen(long orgId) {
        return !armed.contains(orgId);
    }

    @Override
    public String name() {
        return "stumble";
    }

    @Override
    public void export(Person person, PersonExport out) {
        // it keeps nothing
    }

    @Override
    public boolean erase(Person person) {
        if (armed.remove(person.orgId())) {
            throw new IllegalStateException("A module stumbles, as a test wants it to");
        }
        return true;
    }
}
