package org.qiao.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qiao.messaging.Ack;
import org.qiao.messaging.History;

/**
 * Who has read how far. Most people have read everything, some are behind; who a visitor can sign in as finds new messages in
 * some conversations. Nobody is behind what he has written himself.
 */
final class SampleReading {

    private static final long SEED = 4;
    private static final int LONGEST_WAIT_MINUTES = 50;
    private static final double BEHIND = 0.2;
    private static final double GUIDE_BEHIND = 0.45;
    private static final int MOST_BEHIND = 4;
    /** Steps on the way to the last mark: the list of readers then shows different times. */
    private static final double[] STEPS = {0.35, 0.7, 1};

    private final SampleCompany company;
    private final SampleOrg org;
    private final Instant now;
    private final Random random = new Random(SEED);

    SampleReading(SampleCompany company, SampleOrg org, Instant now) {
        this.company = company;
        this.org = org;
        this.now = now;
    }

    /** One list for each step; marks of one list name each person once in a conversation. */
    List<List<History.Seen>> of(List<SampleChats.Stored> chats) {
        List<List<History.Seen>> rounds = new ArrayList<>();
        for (int step = 0; step < STEPS.length; step++) {
            rounds.add(new ArrayList<>());
        }
        for (SampleChats.Stored chat : chats) {
            for (String person : chat.plan().people()) {
                see(chat, person, rounds);
            }
        }
        return rounds;
    }

    private void see(SampleChats.Stored chat, String person, List<List<History.Seen>> rounds) {
        int last = lastSeen(chat, person);
        Instant before = Instant.MIN;
        for (int step = 0; step < STEPS.length; step++) {
            Ack ack = chat.acks().get((int) (last * STEPS[step]));
            Instant at = ack.at().plus(Duration.ofSeconds(30 + random.nextInt(LONGEST_WAIT_MINUTES * 60)));
            at = at.isAfter(now) ? now : at;
            at = at.isBefore(before) ? before : at;
            before = at;
            rounds.get(step).add(new History.Seen(chat.id(), org.id(person), ack.seq(), at));
        }
    }

    private int lastSeen(SampleChats.Stored chat, String person) {
        List<PlannedChat.Entry> entries = chat.plan().entries();
        int own = -1;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).by().equals(person)) {
                own = i;
            }
        }
        int end = entries.size() - 1;
        boolean behind = random.nextDouble() < (company.guides().contains(person) ? GUIDE_BEHIND : BEHIND);
        return Math.max(Math.max(own, 0), behind ? end - 1 - random.nextInt(MOST_BEHIND) : end);
    }
}
