package org.qiao.sample;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group chat of sample/groups.json.
 *
 * @param departments whose people are in it
 * @param extra people besides
 * @param dialogues how many of the real dialogues are held in it, besides its own lines
 */
record SampleGroup(
        String title,
        String owner,
        boolean everybody,
        @Nullable List<String> members,
        @Nullable List<String> departments,
        @Nullable List<String> extra,
        @Nullable List<String> admins,
        @Nullable List<String> pinnedBy,
        @Nullable List<String> mutedBy,
        boolean mentionAllAdminsOnly,
        boolean addMembersAdminsOnly,
        int dialogues,
        List<Line> lines) {

    /**
     * One entry. Exactly one of text, image, file and recall is given.
     *
     * @param at working days back from the last one, and the time of day: "-3 09:15"
     * @param image picture made by {@link SamplePictures}
     * @param file document made by {@link SampleDocuments}
     * @param reply index of the line it answers
     * @param recall index of the line it takes back
     */
    record Line(
            String at,
            String by,
            @Nullable String text,
            @Nullable String image,
            @Nullable String file,
            @Nullable String name,
            boolean all,
            @Nullable List<String> mention,
            @Nullable Integer reply,
            @Nullable Integer recall) {

        List<String> mentions() {
            return Objects.requireNonNullElse(mention, List.of());
        }
    }

    /** Everybody in it, the owner first. Only who is at work is in a chat. */
    List<String> people(SampleCompany company) {
        Set<String> named = Stream.of(members, extra)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<String> sections = Objects.requireNonNullElse(departments, List.of());
        Stream<String> others = company.people().stream()
                .filter(SampleCompany.Person::isAtWork)
                .filter(person -> everybody
                        || named.contains(person.key())
                        || sections.stream().anyMatch(person::isIn))
                .map(SampleCompany.Person::key);
        return Stream.concat(Stream.of(owner), others).distinct().toList();
    }

    List<String> adminsOrNone() {
        return Objects.requireNonNullElse(admins, List.of());
    }

    boolean isPinnedBy(String person) {
        return pinnedBy != null && pinnedBy.contains(person);
    }

    boolean isMutedBy(String person) {
        return mutedBy != null && mutedBy.contains(person);
    }
}
