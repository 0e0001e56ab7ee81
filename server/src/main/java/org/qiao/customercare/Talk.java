package org.qiao.customercare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.CustomerTalk.Said;

/**
 * How far a thread has been looked at, and whether the customer waits. Pure. He begins to wait with a message that is more than a closing
 * word, and waits until somebody of the company writes with his own hand: what a program says in an employee's name is no answer.
 *
 * @param seenSeq the last message that was looked at
 * @param waiting null: he does not wait
 */
record Talk(long seenSeq, @Nullable Waiting waiting) {

    static final Talk NEW = new Talk(0, null);

    /**
     * A customer waits.
     *
     * @param since of the first message that nobody answered
     * @param messages that nobody answered
     */
    record Waiting(Instant since, long seq, int messages) {

        Waiting more() {
            return new Waiting(since, seq, messages + 1);
        }
    }

    /** What there is to count. */
    sealed interface Happening {

        record Received(Instant at) implements Happening {}

        record Sent(Instant at, long by) implements Happening {}

        record Asked(Waiting waiting) implements Happening {}

        record Answered(Waiting waiting, Instant at, long by) implements Happening {}

        /** The customer has recalled what he waited with; null: all of it. */
        record TakenBack(Waiting waiting, @Nullable Waiting rest) implements Happening {}
    }

    /**
     * @param recalled the customer has taken back something since he waits: whether he still waits is to be looked up
     */
    record Heard(Talk talk, List<Happening> happenings, boolean recalled) {}

    /** @param said what came behind {@link #seenSeq}, ascending */
    Heard hear(List<Said> said, Set<String> closings) {
        List<Happening> happenings = new ArrayList<>();
        Talk now = this;
        boolean recalled = false;
        for (Said one : said) {
            if (one.recalls() > 0) {
                recalled |= one.byCustomer();
                now = new Talk(one.seq(), now.waiting);
            } else {
                now = now.next(one, closings, happenings);
            }
        }
        return new Heard(now, List.copyOf(happenings), recalled && now.waiting != null);
    }

    private Talk next(Said one, Set<String> closings, List<Happening> happenings) {
        Waiting wait = waiting;
        if (one.byCustomer()) {
            happenings.add(new Happening.Received(one.at()));
            if (wait == null && !isClosing(one.words(), closings)) {
                wait = new Waiting(one.at(), one.seq(), 1);
                happenings.add(new Happening.Asked(wait));
            } else if (wait != null) {
                wait = wait.more();
            }
        } else if (!one.automatic()) {
            happenings.add(new Happening.Sent(one.at(), one.sender()));
            if (wait != null) {
                happenings.add(new Happening.Answered(wait, one.at(), one.sender()));
                wait = null;
            }
        }
        return new Talk(one.seq(), wait);
    }

    /** What the customer did not take back: whether he waits, and since when, without counting again. */
    Talk after(List<Said> unanswered, Set<String> closings) {
        List<Said> his = unanswered.stream()
                .filter(one -> one.byCustomer() && one.recalls() == 0)
                .toList();
        for (int i = 0; i < his.size(); i++) {
            Said first = his.get(i);
            if (!isClosing(first.words(), closings)) {
                return new Talk(seenSeq, new Waiting(first.at(), first.seq(), his.size() - i));
            }
        }
        return new Talk(seenSeq, null);
    }

    /** Letters only, so that "OK!" and "好的～" are what they say. */
    static String plain(String words) {
        StringBuilder letters = new StringBuilder();
        words.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isClosing(String words, Set<String> closings) {
        String plain = plain(words);
        return !plain.isEmpty() && closings.contains(plain);
    }
}
