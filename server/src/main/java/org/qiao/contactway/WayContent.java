package org.qiao.contactway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;

/**
 * How a code gives its customers to people.
 *
 * @param slots who serves when; none: everybody always
 * @param backups take what nobody else can, beyond every cap
 * @param tags put on every customer who comes by it; ids that the profiles' module knows
 * @param welcome null: the employee's own
 * @param skipVerify false: the chosen employee must accept first
 * @param exclusive a customer who comes again always gets the same of its people
 */
record WayContent(
        @Size(max = 100) List<@NotNull @Valid WayPerson> people,
        @Size(max = 20) List<@NotNull @Valid WaySlot> slots,
        @Size(max = 100) List<@NotNull Long> backups,
        @Size(max = 20) List<@NotNull @Size(min = 1, max = 40) String> tags,
        @Size(max = 5) List<@NotNull @Size(min = 1, max = 20) String> needs,
        @Valid @Nullable WayWelcome welcome,
        boolean skipVerify,
        boolean exclusive) {

    private static final int DAYS_AHEAD = 8;

    WayContent {
        people = people == null ? List.of() : List.copyOf(people);
        slots = slots == null ? List.of() : List.copyOf(slots);
        backups = backups == null ? List.of() : List.copyOf(backups);
        tags = tags == null ? List.of() : List.copyOf(tags);
        needs = needs == null ? List.of() : List.copyOf(needs);
    }

    /** The code of a business card: its first words stand on the card. */
    static WayContent personal(long memberId, boolean skipVerify) {
        return new WayContent(
                List.of(new WayPerson(memberId, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                skipVerify,
                false);
    }

    /** @param cap customers a day at most by this code; null for no limit */
    record WayPerson(
            long memberId, @Min(1) @Max(10_000) @Nullable Integer cap) {}

    /**
     * The first words.
     *
     * @param text {@code {nickname}} stands for the customer's name
     * @param attachments what follows it
     */
    record WayWelcome(
            @NotNull @Size(max = 1_000) String text,
            @Size(max = Attached.MOST) List<@NotNull @Valid Attached> attachments) {

        static final String NICKNAME = "{nickname}";

        WayWelcome {
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }

        /** What is attached; none when there are no first words. */
        static List<Attached> of(@Nullable WayWelcome welcome) {
            return welcome == null ? List.of() : welcome.attachments;
        }

        boolean isEmpty() {
            return text.isBlank() && attachments.isEmpty();
        }

        WayWelcome with(List<Attached> others) {
            return new WayWelcome(text, others);
        }

        String textFor(String name) {
            return text.replace(NICKNAME, name);
        }
    }

    WayContent with(@Nullable WayWelcome other) {
        return new WayContent(people, slots, backups, tags, needs, other, skipVerify, exclusive);
    }

    /** Everybody in it, backups too. */
    Set<Long> everybody() {
        Set<Long> all = new LinkedHashSet<>();
        people.forEach(person -> all.add(person.memberId()));
        all.addAll(backups);
        return all;
    }

    /** Who serves at this moment, in the order of the code. */
    List<WayPerson> onDuty(LocalDateTime at) {
        if (slots.isEmpty()) {
            return people;
        }
        Set<Long> on = new LinkedHashSet<>();
        slots.stream().filter(slot -> slot.holds(at)).forEach(slot -> on.addAll(slot.members()));
        return people.stream().filter(person -> on.contains(person.memberId())).toList();
    }

    /** The next moment at which somebody else may serve: a slot begins, or a new day with new caps. */
    LocalDateTime nextChance(LocalDateTime after) {
        LocalDateTime next = after.toLocalDate().plusDays(1).atStartOfDay();
        for (WaySlot slot : slots) {
            LocalDate day = after.toLocalDate();
            for (int ahead = 0; ahead < DAYS_AHEAD; ahead++, day = day.plusDays(1)) {
                LocalDateTime begin = day.atTime(slot.from());
                if (slot.days().contains(day.getDayOfWeek()) && begin.isAfter(after) && begin.isBefore(next)) {
                    next = begin;
                }
            }
        }
        return next;
    }

    boolean isSound() {
        Set<Long> ids = new LinkedHashSet<>();
        people.forEach(person -> ids.add(person.memberId()));
        boolean once = ids.size() == people.size() && Set.copyOf(backups).size() == backups.size();
        boolean known = slots.stream()
                .allMatch(slot -> ids.containsAll(slot.members())
                        && (!slot.from().equals(slot.until()) || slot.until().equals(LocalTime.MIDNIGHT)));
        return once && known && !people.isEmpty();
    }
}
