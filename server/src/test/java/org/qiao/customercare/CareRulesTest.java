package org.qiao.customercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.contactway.ServiceTime;
import org.qiao.customer.RelationMoves.MoveCounts;
import org.qiao.customercare.CareChatStore.ChatRow;
import org.qiao.customercare.CareRule.Next;
import org.qiao.customercare.CareRule.Step;
import org.qiao.customercare.CareRule.Wait;
import org.qiao.customercare.CareSettings.CareAction;
import org.qiao.customercare.CareSettings.CareTimes;
import org.qiao.customercare.Talk.Happening;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.messaging.CustomerTalk.Said;
import org.qiao.workcalendar.WorkCalendar;

/** The rules of waiting and counting, without a server. */
class CareRulesTest {

    private static final long CUSTOMER = 1;
    private static final long ANN = 2;
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-27T17:55:00Z");
    private static final Set<String> CLOSINGS = Set.of("好的", "ok", "thankyou");
    private static final ServiceTime OFFICE = ServiceTime.of(WorkCalendar.plain(ZoneOffset.UTC));
    private static final CareTimes ALERT = new CareTimes(10, 20, CareAction.ALERT, List.of(), List.of());
    private static final CareTimes REASSIGN = new CareTimes(10, 20, CareAction.REASSIGN, List.of(), List.of());

    private static Said customer(long seq, String words) {
        return new Said(7, seq, CUSTOMER, true, false, FRIDAY_EVENING.plusSeconds(seq), 0, words);
    }

    private static Said staff(long seq, boolean automatic) {
        return new Said(7, seq, ANN, false, automatic, FRIDAY_EVENING.plusSeconds(seq), 0, "");
    }

    private static Said recall(long seq, long target) {
        return new Said(7, seq, CUSTOMER, true, false, FRIDAY_EVENING.plusSeconds(seq), target, "");
    }

    @Test
    void aQuestionWaitsUntilSomebodyAnswersByHand() {
        Talk.Heard heard =
                Talk.NEW.hear(List.of(staff(1, true), customer(2, "在吗"), staff(3, true), customer(4, "")), CLOSINGS);

        assertThat(heard.talk()).isEqualTo(new Talk(4, new Waiting(FRIDAY_EVENING.plusSeconds(2), 2, 2)));
        Talk.Heard answered = heard.talk().hear(List.of(staff(5, false)), CLOSINGS);
        assertThat(answered.talk()).isEqualTo(new Talk(5, null));
        assertThat(answered.happenings())
                .hasAtLeastOneElementOfType(Happening.Sent.class)
                .hasAtLeastOneElementOfType(Happening.Answered.class);
    }

    @Test
    void aClosingWordIsNoQuestionButEndsNoneEither() {
        Talk quiet = Talk.NEW
                .hear(List.of(customer(1, "好的～"), customer(2, "OK!"), customer(3, "Thank you")), CLOSINGS)
                .talk();
        assertThat(quiet.waiting()).isNull();

        Talk asked = quiet.hear(List.of(customer(4, "多少钱"), customer(5, "好的")), CLOSINGS)
                .talk();
        assertThat(asked.waiting()).isNotNull().extracting(Waiting::seq).isEqualTo(4L);
        assertThat(Talk.NEW.hear(List.of(customer(6, "!!")), CLOSINGS).talk().waiting())
                .isNotNull();
    }

    @Test
    void whatTheCustomerTookBackIsNotWaitedFor() {
        Talk waits = Talk.NEW
                .hear(List.of(customer(1, "甲"), customer(2, "乙")), CLOSINGS)
                .talk();
        Talk.Heard heard = waits.hear(List.of(recall(3, 1)), CLOSINGS);

        assertThat(heard.recalled()).isTrue();
        assertThat(heard.talk()
                        .after(List.of(customer(2, "乙"), recall(3, 1)), CLOSINGS)
                        .waiting())
                .isNotNull()
                .extracting(Waiting::seq)
                .isEqualTo(2L);
        assertThat(heard.talk().after(List.of(recall(3, 1)), CLOSINGS)).isEqualTo(new Talk(3, null));
    }

    @Test
    void stepsFollowInWorkingTimeAndEachOnce() {
        Wait fresh = new Wait(FRIDAY_EVENING, Step.NONE, FRIDAY_EVENING, true, false);
        Next first = CareRule.next(fresh, ALERT, OFFICE).orElseThrow();
        assertThat(first).isEqualTo(new Next(Step.REMINDED, Instant.parse("2026-11-30T09:05:00Z")));

        Wait reminded = new Wait(FRIDAY_EVENING, Step.REMINDED, first.at(), true, false);
        Instant later = Instant.parse("2026-11-30T09:25:00Z");
        assertThat(CareRule.next(reminded, ALERT, OFFICE)).contains(new Next(Step.ALERTED, later));
        assertThat(CareRule.next(reminded, REASSIGN, OFFICE)).contains(new Next(Step.PASSED, later));

        Wait passed = new Wait(FRIDAY_EVENING, Step.PASSED, later, true, true);
        assertThat(CareRule.next(passed, REASSIGN, OFFICE))
                .contains(new Next(Step.ALERTED, Instant.parse("2026-11-30T09:55:00Z")));
        assertThat(CareRule.next(new Wait(FRIDAY_EVENING, Step.ALERTED, later, true, true), REASSIGN, OFFICE))
                .isEmpty();
        Wait helped = new Wait(FRIDAY_EVENING, Step.REMINDED, first.at(), true, true);
        assertThat(CareRule.next(helped, REASSIGN, OFFICE)).contains(new Next(Step.ALERTED, later));
    }

    @Test
    void forWhoIsGoneTheLeadIsToldFirst() {
        Wait gone = new Wait(FRIDAY_EVENING, Step.NONE, FRIDAY_EVENING, false, false);

        assertThat(CareRule.next(gone, REASSIGN, OFFICE))
                .contains(new Next(Step.ALERTED, Instant.parse("2026-11-30T09:05:00Z")));
    }

    @Test
    void replyTimesAddUpInClassesAndKeepTheirMedian() {
        int[] counts = new int[ReplyTimes.CLASSES];
        for (int seconds : List.of(20, 70, 200, 290, 4_000)) {
            counts[ReplyTimes.classOf(seconds)]++;
        }

        assertThat(ReplyTimes.median(counts)).hasValue(210);
        assertThat(ReplyTimes.shown(counts)).containsExactly(1, 3, 0, 0, 0, 1);
        assertThat(ReplyTimes.median(new int[ReplyTimes.CLASSES])).isEmpty();
        assertThat(ReplyTimes.classOf(0)).isZero();
        assertThat(ReplyTimes.classOf(Long.MAX_VALUE)).isEqualTo(ReplyTimes.CLASSES - 1);
    }

    @Test
    void aDayIsWhatItsThreadsAre() {
        MemberDay day = MemberDay.of(
                List.of(
                        new ChatRow(3, 2, 11L, FRIDAY_EVENING, "ANSWERED", 60, 120, false),
                        new ChatRow(1, 0, 5L, FRIDAY_EVENING, null, 0, 0, true),
                        new ChatRow(1, 0, 6L, FRIDAY_EVENING, "NOT_NEEDED", 0, 0, false),
                        new ChatRow(0, 4, null, null, null, 0, 0, false)),
                new MoveCounts(1, 2, 3, 4));

        assertThat(day.talks()).isEqualTo(new MemberDay.Talks(1, 5, 6));
        assertThat(day.replies().asked()).isEqualTo(3);
        assertThat(day.replies().answered()).isEqualTo(1);
        assertThat(day.replies().settled()).isEqualTo(1);
        assertThat(day.replies().passed()).isEqualTo(1);
        assertThat(day.replies().clockSeconds()).isEqualTo(120);
    }
}
