package org.qiao.customerguard;

import java.util.List;
import java.util.Set;
import org.qiao.audience.StartRange;

/**
 * What a rule looks for, and where; as it is stored.
 *
 * @param words as they were written
 * @param range the employees whom it concerns
 * @param staff what they write
 * @param customers what customers write to them
 * @param people who is told
 */
record GuardContent(
        List<String> words,
        Set<GuardPattern> patterns,
        StartRange range,
        boolean staff,
        boolean customers,
        Set<Long> people) {

    GuardContent {
        words = List.copyOf(words);
        patterns = Set.copyOf(patterns);
        people = Set.copyOf(people);
    }

    @Override
    public String toString() {
        return "GuardContent of " + words.size() + " words";
    }
}
