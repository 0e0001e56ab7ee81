package org.qiao.customer;

import java.util.List;

/**
 * A customer about whom everything is to be told, or to be erased.
 *
 * @param id the contact he is
 * @param ids he and every contact that turned out to be him: what a module keeps may be under any of these
 */
public record Person(long orgId, long id, List<Long> ids) {

    public Person {
        ids = List.copyOf(ids);
    }

    /** For statements. */
    public Long[] array() {
        return ids.toArray(Long[]::new);
    }
}
