package org.qiao.reminder;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Channel;

/**
 * One thing of which somebody, or only the owning module, is to be reminded. Build it with {@link #of} and the {@code with} methods.
 * Whatever is out of bounds is a programmer's error and refused with {@link IllegalArgumentException}.
 *
 * @param key unique within the company, at most {@value #KEY_MAX} characters, begins with the topic and a colon:
 *     "approval:12:limit". Setting another reminder under the same key replaces this one
 * @param topic the owning module's name, "approval"; it chooses the catalogue of texts and is what listeners filter by
 * @param recipients members, at most {@value #RECIPIENTS_MAX}; none: only the event. Who has left by then is left out
 * @param text null: only the event; the owning module says what is to be said itself
 * @param ways besides the hint to who is connected: PUSH and EMAIL, as far as the company and the recipient want them
 * @param restraint when it has to wait
 * @param validFor a text that could not be sent so long after it was due is not sent any more; at most {@link #LONGEST_VALID}
 */
public record Reminder(
        String key,
        String topic,
        ReminderTime time,
        Set<Long> recipients,
        @Nullable ReminderText text,
        Set<Channel> ways,
        Restraint restraint,
        Duration validFor) {

    public static final int KEY_MAX = 100;
    public static final int RECIPIENTS_MAX = 500;
    public static final Duration LONGEST_VALID = Duration.ofDays(7);

    private static final Duration STANDARD_VALID = Duration.ofDays(1);
    private static final Set<Channel> POSSIBLE_WAYS = Set.of(Channel.PUSH, Channel.EMAIL);

    public Reminder {
        recipients = Set.copyOf(recipients);
        ways = Set.copyOf(ways);
        require(topic.matches("[a-z]{2,30}"), "No topic: " + topic);
        require(key.length() <= KEY_MAX && key.matches("[\\x21-\\x7e]+"), "No key");
        require(key.startsWith(topic + ":"), "A key begins with its topic: " + key);
        require(recipients.size() <= RECIPIENTS_MAX, "More than " + RECIPIENTS_MAX + " recipients");
        require(text == null || !recipients.isEmpty(), "A text for nobody");
        require(POSSIBLE_WAYS.containsAll(ways), "A reminder goes by push and e-mail");
        require(validFor.isPositive() && validFor.compareTo(LONGEST_VALID) <= 0, "Valid for " + validFor);
    }

    /** For the owning module only, on time. */
    public static Reminder of(String topic, String key, ReminderTime time) {
        return new Reminder(key, topic, time, Set.of(), null, Set.of(), Restraint.NONE, STANDARD_VALID);
    }

    /** Also tells these people, by push and e-mail, not in their quiet hours. */
    public Reminder telling(Set<Long> people, ReminderText words) {
        return new Reminder(key, topic, time, people, words, POSSIBLE_WAYS, Restraint.QUIET_HOURS, validFor);
    }

    public Reminder by(Set<Channel> some) {
        return new Reminder(key, topic, time, recipients, text, some, restraint, validFor);
    }

    public Reminder with(Restraint other) {
        return new Reminder(key, topic, time, recipients, text, ways, other, validFor);
    }

    public Reminder validFor(Duration other) {
        return new Reminder(key, topic, time, recipients, text, ways, restraint, other);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
