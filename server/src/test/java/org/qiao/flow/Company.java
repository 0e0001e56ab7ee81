package org.qiao.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.flow.Approvers.Range;

/** A small company: people are letters, A is 1. Everybody is there who has not left. */
final class Company implements People {

    final Map<Long, Long> superiors = new HashMap<>();
    final Map<Long, Long> delegates = new HashMap<>();
    final Map<Integer, List<Long>> heads = new HashMap<>();
    final Map<String, List<Long>> fields = new HashMap<>();
    final Map<Long, List<Long>> roles = new HashMap<>();
    final Set<Long> left = new HashSet<>();
    List<Long> admins = List.of(id("Z"));

    static long id(String letter) {
        return letter.charAt(0) - 'A' + 1L;
    }

    static List<Long> ids(String letters) {
        return letters.isBlank()
                ? List.of()
                : List.of(letters.split(",")).stream()
                        .map(String::strip)
                        .map(Company::id)
                        .toList();
    }

    static String letter(long id) {
        return String.valueOf((char) ('A' + id - 1));
    }

    /** {@code "A<B<C"}: B is above A, C above B. */
    Company chain(String letters) {
        List<Long> ids = List.of(letters.split("<")).stream().map(Company::id).toList();
        for (int i = 0; i + 1 < ids.size(); i++) {
            superiors.put(ids.get(i), ids.get(i + 1));
        }
        return this;
    }

    Company delegate(String person, String delegate) {
        delegates.put(id(person), id(delegate));
        return this;
    }

    Company leaves(String letters) {
        left.addAll(ids(letters));
        return this;
    }

    @Override
    public List<Long> find(Approvers approvers, long applicant) {
        return switch (approvers) {
            case Approvers.Members members -> members.ids();
            case Approvers.Superior superior -> superior(applicant, superior);
            case Approvers.Chain chain ->
                above(applicant).stream().limit(chain.levels()).toList();
            case Approvers.Head head ->
                head.field() == null
                        ? heads.getOrDefault(head.level(), List.of())
                        : fields.getOrDefault(head.field(), List.of());
            case Approvers.Role role -> roles.getOrDefault(role.id(), List.of());
            case Approvers.Field field -> fields.getOrDefault(field.key(), List.of());
            case Approvers.Chosen _, Approvers.Applicant _ -> throw new IllegalStateException("The engine knows");
        };
    }

    private List<Long> superior(long applicant, Approvers.Superior rule) {
        List<Long> above = above(applicant);
        if (above.size() >= rule.level()) {
            return List.of(above.get(rule.level() - 1));
        }
        return rule.orHigher() && !above.isEmpty() ? List.of(above.getLast()) : List.of();
    }

    private List<Long> above(long person) {
        List<Long> above = new ArrayList<>();
        Long next = superiors.get(person);
        while (next != null && !above.contains(next)) {
            above.add(next);
            next = superiors.get(next);
        }
        return above;
    }

    @Override
    public boolean choosable(Approvers.Chosen chosen, long person) {
        return chosen.range().equals(Range.EVERYBODY)
                || chosen.range().members().contains(person);
    }

    @Override
    public boolean present(long person) {
        return !left.contains(person);
    }

    @Override
    public Optional<Long> superior(long person) {
        return Optional.ofNullable(superiors.get(person));
    }

    @Override
    public List<Long> admins() {
        return admins;
    }

    @Override
    public Optional<Long> delegate(long person) {
        return Optional.ofNullable(delegates.get(person));
    }
}
