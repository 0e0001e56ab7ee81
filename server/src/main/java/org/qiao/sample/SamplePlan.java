package org.qiao.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the real dialogues over the people: colleagues from all over the company ask the consultants of the two service desks.
 * Always the same for the same day: the random numbers have a fixed seed.
 */
final class SamplePlan {

    private static final long SEED = 20_261_122;
    private static final int PAIRS = 60;
    /** Everybody a visitor can sign in as has many conversations. */
    private static final int PAIRS_OF_A_GUIDE = 9;

    private static final int SHORTEST_PAUSE_SECONDS = 8;
    private static final int LONGEST_PAUSE_SECONDS = 75;
    /** The last dialogues of a day begin early enough to end before everybody goes home. */
    private static final int LAST_START_MINUTES = 530;

    private final SampleCompany company;
    private final SampleCalendar calendar;
    private final Random random = new Random(SEED);
    private final List<String> desks;
    private final List<String> others;

    private SamplePlan(SampleCompany company, SampleCalendar calendar) {
        this.company = company;
        this.calendar = calendar;
        this.desks = keys(true);
        this.others = keys(false);
    }

    static List<PlannedChat> of(
            SampleCompany company, List<SampleGroup> groups, List<Dialogue> dialogues, SampleCalendar calendar) {
        return new SamplePlan(company, calendar).chats(groups, dialogues);
    }

    private List<PlannedChat> chats(List<SampleGroup> groups, List<Dialogue> dialogues) {
        List<PlannedChat> chats = new ArrayList<>();
        int taken = 0;
        for (SampleGroup group : groups) {
            chats.add(group(group, dialogues.subList(taken, taken + group.dialogues())));
            taken += group.dialogues();
        }
        List<Dialogue> rest = dialogues.subList(taken, dialogues.size());
        List<List<String>> pairs = pairs();
        List<List<Dialogue>> shares = new ArrayList<>();
        pairs.forEach(pair -> shares.add(new ArrayList<>()));
        for (int i = 0; i < rest.size(); i++) {
            shares.get(i % pairs.size()).add(rest.get(i));
        }
        for (int i = 0; i < pairs.size(); i++) {
            chats.add(direct(pairs.get(i), shares.get(i)));
        }
        return chats;
    }

    /** In the group several people ask and answer; everybody keeps to one role within a dialogue. */
    private PlannedChat group(SampleGroup group, List<Dialogue> dialogues) {
        List<String> people = group.people(company);
        List<String> answering = people.stream().filter(desks::contains).toList();
        List<String> asking =
                people.stream().filter(person -> !desks.contains(person)).toList();
        List<PlannedChat.Entry> entries = new ArrayList<>();
        List<Instant> starts = starts(dialogues.size());
        for (int i = 0; i < dialogues.size(); i++) {
            String asker = asking.get(random.nextInt(asking.size()));
            String consultant = answering.get(random.nextInt(answering.size()));
            say(dialogues.get(i), asker, consultant, starts.get(i), entries);
        }
        for (SampleGroup.Line line : group.lines()) {
            entries.add(new PlannedChat.Entry(calendar.at(line.at()), line.by(), "", line));
        }
        return inOrder(group, people, entries);
    }

    private PlannedChat direct(List<String> pair, List<Dialogue> dialogues) {
        List<PlannedChat.Entry> entries = new ArrayList<>();
        List<Instant> starts = starts(dialogues.size());
        for (int i = 0; i < dialogues.size(); i++) {
            say(dialogues.get(i), pair.get(0), pair.get(1), starts.get(i), entries);
        }
        return inOrder(null, pair, entries);
    }

    private PlannedChat inOrder(@Nullable SampleGroup group, List<String> people, List<PlannedChat.Entry> entries) {
        return new PlannedChat(
                group,
                people,
                entries.stream()
                        .sorted(Comparator.comparing(PlannedChat.Entry::at))
                        .toList());
    }

    private void say(
            Dialogue dialogue, String asker, String consultant, Instant start, List<PlannedChat.Entry> entries) {
        Instant at = start;
        for (Dialogue.Utterance utterance : dialogue.messages()) {
            entries.add(PlannedChat.Entry.said(at, utterance.isStaff() ? consultant : asker, utterance.text()));
            int pause = SHORTEST_PAUSE_SECONDS + random.nextInt(LONGEST_PAUSE_SECONDS - SHORTEST_PAUSE_SECONDS);
            at = at.plusSeconds(pause);
        }
    }

    /** Moments in working hours, more of them on recent days. */
    private List<Instant> starts(int count) {
        return Stream.generate(() -> {
                    int back = (int) (SampleCalendar.DAYS * Math.pow(random.nextDouble(), 1.6));
                    Duration intoDay = Duration.ofSeconds(random.nextInt(LAST_START_MINUTES * 60));
                    return calendar.at(back, SampleCalendar.OPENS).plus(intoDay);
                })
                .limit(count)
                .sorted()
                .toList();
    }

    /** Who talks with whom: first the one who asks, then the consultant. */
    private List<List<String>> pairs() {
        List<List<String>> pairs = new ArrayList<>();
        for (String guide : company.guides()) {
            List<String> partners = desks.contains(guide) ? others : desks;
            for (int i = 0; i < PAIRS_OF_A_GUIDE; i++) {
                add(pairs, guide, partners.get((i * 7 + guide.length()) % partners.size()));
            }
        }
        while (pairs.size() < PAIRS) {
            add(pairs, others.get(random.nextInt(others.size())), desks.get(random.nextInt(desks.size())));
        }
        return pairs;
    }

    private void add(List<List<String>> pairs, String one, String other) {
        List<String> pair = desks.contains(one) ? List.of(other, one) : List.of(one, other);
        if (!pairs.contains(pair)) {
            pairs.add(pair);
        }
    }

    private List<String> keys(boolean ofDesks) {
        return company.people().stream()
                .filter(SampleCompany.Person::isAtWork)
                .filter(person -> ofDesks == person.department().startsWith("DESK_"))
                .map(SampleCompany.Person::key)
                .toList();
    }
}
