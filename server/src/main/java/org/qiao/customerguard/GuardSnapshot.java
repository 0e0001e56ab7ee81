package org.qiao.customerguard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qiao.customerguard.GuardPattern.Place;

/** A company's rules, compiled: one walk through a text for all words of all of them. Immutable. */
final class GuardSnapshot {

    private final List<List<GuardRule>> rulesOfWord;
    private final List<String> words;
    private final WordMatcher matcher;
    private final Map<GuardPattern, List<GuardRule>> rulesOfPattern = new EnumMap<>(GuardPattern.class);

    /** @param rules those that are in force */
    GuardSnapshot(Collection<GuardRule> rules) {
        Map<String, List<GuardRule>> byWord = new LinkedHashMap<>();
        for (GuardRule rule : rules) {
            for (String word : rule.content().words()) {
                byWord.computeIfAbsent(GuardText.fold(word), missing -> new ArrayList<>())
                        .add(rule);
            }
            for (GuardPattern pattern : rule.content().patterns()) {
                rulesOfPattern
                        .computeIfAbsent(pattern, missing -> new ArrayList<>())
                        .add(rule);
            }
        }
        this.words = List.copyOf(byWord.keySet());
        this.rulesOfWord = List.copyOf(byWord.values());
        this.matcher = WordMatcher.of(words);
    }

    /**
     * A rule that found something.
     *
     * @param what the word, or the name of the pattern
     */
    record Found(GuardRule rule, String what, Place place, GuardText text) {

        String excerpt() {
            return text.excerpt(place.from());
        }

        /** As it was written. */
        String matched() {
            return text.written(place);
        }
    }

    /** The first find of each rule, for the text or the name of a file. */
    List<Found> find(String written) {
        GuardText text = GuardText.of(written);
        String folded = text.folded();
        List<Found> found = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        matcher.find(folded, (word, from) -> {
            for (GuardRule rule : rulesOfWord.get(word)) {
                if (known.add(rule.id())) {
                    found.add(new Found(
                            rule,
                            words.get(word),
                            new Place(from, from + words.get(word).length()),
                            text));
                }
            }
        });
        rulesOfPattern.forEach((pattern, rules) -> {
            Place place = pattern.find(folded);
            if (place != null) {
                rules.stream()
                        .filter(rule -> known.add(rule.id()))
                        .forEach(rule -> found.add(new Found(rule, pattern.name(), place, text)));
            }
        });
        return found;
    }
}
