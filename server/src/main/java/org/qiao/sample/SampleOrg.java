package org.qiao.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.platform.Actor;

/**
 * The sample company in the database.
 *
 * @param ids of the people, by their key
 */
record SampleOrg(Actor owner, Map<String, Long> ids) {

    SampleOrg {
        ids = Map.copyOf(ids);
    }

    long id(String key) {
        return require(ids, key);
    }

    List<Long> ids(List<String> keys) {
        return keys.stream().map(this::id).toList();
    }

    /** Somebody without administrative rights, as in chats. */
    Actor actor(String key) {
        return actor(id(key));
    }

    Actor actor(long id) {
        return new Actor(owner.orgId(), id, Set.of(), owner.locale(), owner.zone());
    }

    long orgId() {
        return owner.orgId();
    }

    static <K, V> V require(Map<K, V> named, K key) {
        V value = named.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing is called " + key);
        }
        return value;
    }
}
