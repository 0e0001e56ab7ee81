package org.qiao.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When a customer and whoever serves him said what. Pure, and always the same for the same day: the random numbers have a fixed seed. */
final class SampleTalk {

    private static final long SEED = 7;
    private static final int SHORTEST_PAUSE_SECONDS = 9;
    private static final int LONGEST_PAUSE_SECONDS = 100;
    private static final int BUSY_SECONDS = 800;
    private static final int BUSY_ONE_OF = 14;
    private static final Duration UNTIL_FIRST = Duration.ofSeconds(40);
    private static final int LAST_START_MINUTES = 480;

    private final SampleCalendar calendar;
    private final Instant now;
    private final Random random = new Random(SEED);

    SampleTalk(SampleCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    record Line(Instant at, boolean staff, String text) {}

    /** The dialogues in order: the first when he came, the others until the last day of theirs, or now when he waits. */
    List<Line> of(SampleCustomer customer, List<Dialogue> dialogues) {
        List<Line> lines = new ArrayList<>();
        Instant came = calendar.at(customer.at());
        List<Instant> starts = starts(customer, came, dialogues.size());
        for (int i = 0; i < dialogues.size(); i++) {
            Integer waits = i == dialogues.size() - 1 ? customer.waits() : null;
            List<Line> said = waits != null
                    ? waiting(dialogues.get(i), now.minus(Duration.ofMinutes(waits)))
                    : whole(dialogues.get(i), later(starts.get(i), lines));
            lines.addAll(said);
        }
        if (customer.last() != null) {
            lines.add(new Line(lines.getLast().at().plusSeconds(LONGEST_PAUSE_SECONDS), false, customer.last()));
        }
        return lines;
    }

    private static Instant later(Instant start, List<Line> lines) {
        Instant free = lines.isEmpty() ? start : lines.getLast().at().plusSeconds(LONGEST_PAUSE_SECONDS);
        return start.isBefore(free) ? free : start;
    }

    private List<Instant> starts(SampleCustomer customer, Instant came, int count) {
        int first = -Integer.parseInt(customer.at().substring(0, customer.at().indexOf(' ')));
        int last = customer.until() == null ? random.nextInt(first + 1) : customer.until();
        List<Instant> starts = new ArrayList<>(List.of(came.plus(UNTIL_FIRST)));
        for (int i = 1; i < count; i++) {
            int back = first - (first - last) * i / Math.max(1, count - 1);
            Duration intoDay = Duration.ofMinutes(random.nextInt(LAST_START_MINUTES));
            starts.add(calendar.at(back, LocalTime.of(9, 0)).plus(intoDay));
        }
        return starts;
    }

    private List<Line> whole(Dialogue dialogue, Instant start) {
        List<Line> lines = new ArrayList<>();
        Instant at = start;
        for (Dialogue.Utterance utterance : dialogue.messages()) {
            lines.add(new Line(at, utterance.isStaff(), utterance.text()));
            at = at.plusSeconds(pause());
        }
        return lines;
    }

    /** Its last word is a question of the customer, said at that moment. */
    private List<Line> waiting(Dialogue dialogue, Instant end) {
        List<Dialogue.Utterance> said = dialogue.messages();
        int last = said.size() - 1;
        while (last > 0 && (said.get(last).isStaff() || !said.get(last).text().matches(".*[？?吗呢].*"))) {
            last--;
        }
        List<Line> lines = new ArrayList<>();
        Instant at = end;
        for (int i = last; i >= 0; i--) {
            lines.addFirst(new Line(at, said.get(i).isStaff(), said.get(i).text()));
            at = at.minusSeconds(pause());
        }
        return lines;
    }

    /** Now and then somebody is busy. */
    private int pause() {
        int longest = random.nextInt(BUSY_ONE_OF) == 0 ? BUSY_SECONDS : LONGEST_PAUSE_SECONDS;
        return SHORTEST_PAUSE_SECONDS + random.nextInt(longest - SHORTEST_PAUSE_SECONDS);
    }
}
