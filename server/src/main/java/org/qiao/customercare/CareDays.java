package org.qiao.customercare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.ServiceTime;
import org.qiao.contactway.ServiceTimes;
import org.qiao.customer.RelationMoves;
import org.qiao.customer.RelationMoves.MoveCounts;
import org.qiao.customercare.CareChatStore.Ask;
import org.qiao.customercare.CareChatStore.ChatKey;
import org.qiao.customercare.CareChatStore.ChatRow;
import org.qiao.customercare.CareChatStore.Ending;
import org.qiao.customercare.Talk.Happening;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.workcalendar.WorkCalendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What employees did on which day. In the caller's transaction, in which what is counted moves on. */
@Component
class CareDays {

    private final CareChatStore chats;
    private final CareDayStore days;
    private final RelationMoves moves;
    private final ServiceTimes times;
    private final WorkCalendars calendars;

    CareDays(CareChatStore chats, CareDayStore days, RelationMoves moves, ServiceTimes times, WorkCalendars calendars) {
        this.chats = chats;
        this.days = days;
        this.moves = moves;
        this.times = times;
        this.calendars = calendars;
    }

    /** @param responsible who was to answer */
    record Counted(long conversationId, long responsible, Happening happening) {}

    /** An employee's day in the company's zone. */
    record DayKey(LocalDate day, long memberId) {}

    LocalDate dayOf(long orgId, Instant at) {
        return calendars.of(orgId).dateOf(at);
    }

    /** Counts what has not been counted, and the days of whoever it concerns. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(long orgId, List<Counted> counted) {
        if (counted.isEmpty()) {
            return;
        }
        Map<ChatKey, ChatRow> rows = rows(orgId, counted);
        chats.add(orgId, rows);
        Set<DayKey> concerned = new HashSet<>();
        rows.keySet().forEach(key -> concerned.add(new DayKey(key.day(), key.memberId())));
        for (Counted one : counted) {
            if (one.happening() instanceof Happening.Answered answer) {
                Ending ending = new Ending("ANSWERED", answer.by(), answer.at());
                concerned.addAll(end(
                        orgId, new Ask(one.conversationId(), answer.waiting().seq()), ending));
            } else if (one.happening() instanceof Happening.TakenBack back) {
                Waiting rest = back.rest();
                chats.move(orgId, new Ask(one.conversationId(), back.waiting().seq()), rest)
                        .ifPresent(concerned::add);
            }
        }
        recount(orgId, concerned);
    }

    /** By days and people, each once. */
    private Map<ChatKey, ChatRow> rows(long orgId, List<Counted> counted) {
        Map<ChatKey, ChatRow> rows = new LinkedHashMap<>();
        for (Counted one : counted) {
            switch (one.happening()) {
                case Happening.Received received ->
                    put(rows, key(orgId, one, received.at(), one.responsible()), ChatRow.RECEIVED);
                case Happening.Sent sent -> put(rows, key(orgId, one, sent.at(), sent.by()), ChatRow.SENT);
                case Happening.Asked asked ->
                    put(
                            rows,
                            key(orgId, one, asked.waiting().since(), one.responsible()),
                            ChatRow.asked(asked.waiting()));
                case Happening.Answered _, Happening.TakenBack _ -> {} // of a row that there is
            }
        }
        return rows;
    }

    private ChatKey key(long orgId, Counted one, Instant at, long member) {
        return new ChatKey(dayOf(orgId, at), one.conversationId(), member);
    }

    private static void put(Map<ChatKey, ChatRow> rows, ChatKey key, ChatRow more) {
        rows.merge(key, more, ChatRow::plus);
    }

    /** A wait ends; only the first of a thread and day is on record. */
    private Set<DayKey> end(long orgId, Ask ask, Ending ending) {
        Set<DayKey> concerned = new HashSet<>();
        chats.find(orgId, ask).ifPresent(row -> {
            ServiceTime hours = times.of(orgId, List.of(row.memberId())).get(row.memberId());
            Duration work = hours == null ? Duration.ZERO : hours.between(row.askedAt(), ending.at());
            chats.end(orgId, ask, ending, new CareChatStore.Took(work, Duration.between(row.askedAt(), ending.at())));
            concerned.add(new DayKey(row.day(), row.memberId()));
        });
        return concerned;
    }

    /** No answer was needed, or the wait went on to a colleague. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(long orgId, Ask ask, Ending ending) {
        recount(orgId, end(orgId, ask, ending));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void passed(long orgId, Ask ask) {
        chats.pass(orgId, ask).ifPresent(key -> recount(orgId, Set.of(key)));
    }

    /** Whole days of employees, again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(long orgId, Collection<DayKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        days.lock(orgId, keys);
        Map<DayKey, List<ChatRow>> rows = chats.ofDays(orgId, keys);
        Map<DayKey, MoveCounts> moved = moved(orgId, keys);
        Map<DayKey, MemberDay> counted = new HashMap<>();
        keys.forEach(key -> counted.put(
                key, MemberDay.of(rows.getOrDefault(key, List.of()), moved.getOrDefault(key, MoveCounts.NONE))));
        days.put(orgId, counted);
    }

    private Map<DayKey, MoveCounts> moved(long orgId, Collection<DayKey> keys) {
        ZoneId zone = calendars.of(orgId).zone();
        Map<DayKey, MoveCounts> moved = new HashMap<>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        DayKey::day, Collectors.mapping(DayKey::memberId, Collectors.toCollection(ArrayList::new))))
                .forEach((day, members) -> moves.of(
                                orgId,
                                members,
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant())
                        .forEach((member, counts) -> moved.put(new DayKey(day, member), counts)));
        return moved;
    }

    /** A relation was opened or closed at a moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(long orgId, long memberId, @Nullable Instant at) {
        if (at != null) {
            recount(orgId, Set.of(new DayKey(dayOf(orgId, at), memberId)));
        }
    }
}
