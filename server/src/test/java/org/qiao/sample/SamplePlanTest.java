package org.qiao.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SamplePlanTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SampleTexts texts = new SampleTexts(new JsonMapper());
    private final SampleCompany company = texts.company();

    @Test
    void sixtyPeopleWorkInNineDepartments() {
        assertThat(company.people()).hasSize(60);
        assertThat(company.departments()).hasSize(9);
        assertThat(company.people().stream().filter(person -> !person.isAtWork()))
                .hasSize(3);
        assertThat(company.people().stream().filter(person -> person.also() != null))
                .hasSize(2);
        assertThat(company.people().getFirst().key()).isEqualTo(company.guides().getFirst());
    }

    @Test
    void everyRealDialogueIsUsedWholeAndOnce() {
        List<Dialogue> dialogues = texts.dialogues();
        Map<String, Long> real = dialogues.stream()
                .flatMap(dialogue -> dialogue.messages().stream())
                .collect(Collectors.groupingBy(Dialogue.Utterance::text, Collectors.counting()));

        Map<String, Long> said = plan("2026-11-22T12:00:00Z").stream()
                .flatMap(chat -> chat.entries().stream())
                .filter(entry -> entry.line() == null)
                .collect(Collectors.groupingBy(PlannedChat.Entry::text, Collectors.counting()));

        assertThat(dialogues).hasSize(500);
        assertThat(said).isEqualTo(real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T12:00:00Z", "2026-11-23T01:00:00Z", "2026-11-27T16:30:00Z", "2027-02-28T23:59:59Z"})
    void everythingWasSaidInOrderOnWorkingDaysBeforeNow(String now) {
        for (PlannedChat chat : plan(now)) {
            assertThat(chat.entries())
                    .isNotEmpty()
                    .isSortedAccordingTo(Comparator.comparing(PlannedChat.Entry::at))
                    .allSatisfy(entry -> assertThat(entry.at()).isBefore(Instant.parse(now)));
            for (PlannedChat.Entry entry : chat.entries()) {
                ZonedDateTime local = entry.at().atZone(ZONE);
                assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                assertThat(local.toLocalTime()).isBetween(LocalTime.of(8, 30), LocalTime.of(21, 0));
            }
        }
    }

    @Test
    void theSameMomentGivesTheSamePlan() {
        assertThat(plan("2026-11-22T12:00:00Z")).isEqualTo(plan("2026-11-22T12:00:00Z"));
    }

    @Test
    void onlyWhoIsAtWorkTakesPartAndTwoPeopleTalkInOnePlace() {
        List<PlannedChat> chats = plan("2026-11-22T12:00:00Z");

        assertThat(chats)
                .allSatisfy(chat -> assertThat(chat.people())
                        .doesNotHaveDuplicates()
                        .allSatisfy(person ->
                                assertThat(company.person(person).isAtWork()).isTrue())
                        .containsAll(chat.entries().stream()
                                .map(PlannedChat.Entry::by)
                                .toList()));
        assertThat(chats.stream().filter(chat -> chat.group() == null).map(PlannedChat::people))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(50);
        for (String guide : company.guides()) {
            assertThat(chats.stream().filter(chat -> chat.people().contains(guide)))
                    .hasSizeGreaterThan(11);
        }
    }

    private List<PlannedChat> plan(String now) {
        SampleCalendar calendar = SampleCalendar.before(Instant.parse(now), ZONE);
        return SamplePlan.of(company, texts.groups(), texts.dialogues(), calendar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T12:00:00Z", "2026-11-23T01:00:00Z", "2026-11-27T16:30:00Z", "2027-02-28T23:59:59Z"})
    void theWorkOfTheSampleHappenedInOrderBeforeNow(String text) {
        Instant now = Instant.parse(text);
        SampleCalendar calendar = SampleCalendar.before(now, ZONE);

        for (SampleApproval approval : texts.approvals()) {
            Instant last = calendar.at(approval.at());
            for (SampleApproval.Move move : approval.movesOrNone()) {
                assertThat(calendar.at(move.at())).isAfter(last).isBefore(now);
                last = calendar.at(move.at());
            }
        }
        for (SampleReport report : texts.reports()) {
            if (report.at() != null) {
                assertThat(calendar.at(report.at())).isBefore(now);
                report.talk()
                        .forEach(comment -> assertThat(calendar.at(report.at()).plusSeconds(comment.minutes() * 60L))
                                .isBefore(now));
            }
        }
        ZonedDateTime friday = calendar.at("w1 17:40").atZone(ZONE);
        ZonedDateTime before = calendar.at("w2 17:40").atZone(ZONE);
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(before).isEqualTo(friday.minusWeeks(1));
    }
}
