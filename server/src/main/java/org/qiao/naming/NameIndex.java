package org.qiao.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Finds people of a company by name, pinyin, initials, alias, staff number or the last digits of the phone, also by a mixture
 * ("张san", "zhangs", "zsan"). It is written in the transaction that changes the person, so it is never behind.
 */
@Service
public class NameIndex {

    /** People looked at for a mixture; beyond it a mixture must be typed more exactly. */
    private static final int CANDIDATES_MAX = 5_000;

    private static final int FILTER_MAX = 10_000;

    private final NameIndexStore store;

    NameIndex(NameIndexStore store) {
        this.store = store;
    }

    /** In the caller's transaction. */
    public void replace(long orgId, Collection<NamedPerson> people) {
        store.delete(orgId, people.stream().map(NamedPerson::principalId).toList());
        store.insert(
                orgId,
                people.stream()
                        .flatMap(person -> NameKeys.of(person).stream()
                                .map(key -> new NameIndexStore.Row(person.principalId(), key, person.hidden())))
                        .toList());
    }

    /** Hidden people are found by administrators only. */
    public void setHidden(long orgId, long principalId, boolean hidden) {
        store.setHidden(orgId, principalId, hidden);
    }

    /**
     * The best hits first, nobody twice.
     *
     * @param phones false: phone numbers are not searched, because the asking person may not see them
     */
    public List<NameHit> find(long orgId, String question, boolean phones, int limit) {
        return NameQuery.parse(question)
                .map(query -> find(orgId, query, phones, limit))
                .orElse(List.of());
    }

    /** For administrators' lists: everybody who fits, hidden ones included, at most ten thousand, in no order. */
    public Set<Long> filter(long orgId, String question) {
        return NameQuery.parse(question)
                .map(query -> {
                    Set<Long> ids = new HashSet<>(store.findAll(orgId, query.text(), FILTER_MAX));
                    query.phone().ifPresent(phone -> ids.addAll(store.findAll(orgId, phone, FILTER_MAX)));
                    return ids;
                })
                .orElse(Set.of());
    }

    private List<NameHit> find(long orgId, NameQuery query, boolean phones, int limit) {
        Map<Long, NameHit> hits = new LinkedHashMap<>();
        store.find(orgId, query.text(), limit).forEach(hit -> hits.putIfAbsent(hit.principalId(), hit));
        if (phones) {
            query.phone()
                    .map(phone -> store.find(orgId, phone, limit))
                    .orElse(List.of())
                    .forEach(hit -> hits.putIfAbsent(hit.principalId(), hit));
        }
        if (hits.size() < limit && NameMatcher.mayBeMixed(query.text())) {
            mixed(orgId, query).forEach(hit -> hits.putIfAbsent(hit.principalId(), hit));
        }
        return hits.values().stream().limit(limit).toList();
    }

    private Stream<NameHit> mixed(long orgId, NameQuery query) {
        return store.candidates(orgId, query.seed(), CANDIDATES_MAX).stream()
                .filter(candidate -> NameMatcher.matches(candidate.name(), query.text()))
                .sorted(Comparator.comparing(NameIndexStore.Candidate::name)
                        .thenComparing(NameIndexStore.Candidate::principalId))
                .map(candidate -> new NameHit(candidate.principalId(), NameMatch.PINYIN));
    }
}
