package org.qiao.masssend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qiao.attachment.Attached;
import org.qiao.customer.AddWay;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerLevel;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.RelationEnd;
import org.qiao.masssend.Mass.Sums;
import org.qiao.masssend.MassRule.Facts;

class MassRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-27T02:00:30Z");
    private static final long ANN = 7;

    private static Customer customer(@Nullable Instant blocked) {
        return new Customer(
                1, 1, "王", CustomerSource.QR, null, CustomerLevel.ANONYMOUS, false, null, blocked, null, null, NOW);
    }

    private static CustomerRelation relation(long member, @Nullable RelationEnd end) {
        return new CustomerRelation(2, 1, 1, member, 3L, Remark.NONE, AddWay.QR, "", null, end, NOW, null);
    }

    @Test
    void whoIsReachedAndWhyNot() {
        CustomerRelation open = relation(ANN, null);
        Customer there = customer(null);

        assertThat(MassRule.fate(new Facts(ANN, true, open, there, false))).isEqualTo(MassResult.SENDING);
        assertThat(MassRule.fate(new Facts(ANN, true, open, there, true))).isEqualTo(MassResult.OPTED_OUT);
        assertThat(MassRule.fate(new Facts(ANN, true, open, customer(NOW), true)))
                .isEqualTo(MassResult.BLOCKED);
        assertThat(MassRule.fate(new Facts(ANN, true, relation(ANN, RelationEnd.BLOCKED), there, false)))
                .isEqualTo(MassResult.BLOCKED);
        assertThat(MassRule.fate(new Facts(ANN, true, relation(ANN, RelationEnd.CUSTOMER), there, false)))
                .isEqualTo(MassResult.NO_RELATION);
        assertThat(MassRule.fate(new Facts(ANN, true, relation(8, null), there, false)))
                .isEqualTo(MassResult.NO_RELATION);
        assertThat(MassRule.fate(new Facts(ANN, false, open, there, false))).isEqualTo(MassResult.NO_RELATION);
        assertThat(MassRule.fate(new Facts(ANN, true, null, null, false))).isEqualTo(MassResult.NO_RELATION);
    }

    @Test
    void timesAreMinutesWithinAMonth() {
        assertThat(MassRule.minute(NOW)).isEqualTo(Instant.parse("2026-11-27T02:00:00Z"));
        assertThat(MassRule.minute(null)).isNull();
        assertThat(MassRule.isTime(null, NOW)).isTrue();
        assertThat(MassRule.isTime(NOW.minusSeconds(59), NOW)).isTrue();
        assertThat(MassRule.isTime(NOW.minusSeconds(120), NOW)).isFalse();
        assertThat(MassRule.isTime(NOW.plus(Duration.ofDays(32)), NOW)).isFalse();
        assertThat(MassRule.isDeadline(MassKind.PERSONAL, null, NOW)).isTrue();
        assertThat(MassRule.isDeadline(MassKind.PERSONAL, NOW.plusSeconds(60), NOW))
                .isFalse();
        assertThat(MassRule.isDeadline(MassKind.COMPANY, null, NOW)).isFalse();
        assertThat(MassRule.isDeadline(MassKind.COMPANY, NOW, NOW)).isFalse();
        assertThat(MassRule.isDeadline(MassKind.COMPANY, NOW.plusSeconds(60), NOW))
                .isTrue();
        assertThat(MassRule.remindAt(NOW.plus(Duration.ofHours(24)), NOW)).isEqualTo(NOW.plus(Duration.ofHours(20)));
        assertThat(MassRule.remindAt(NOW.plus(Duration.ofHours(2)), NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void capsCountInMonthsAndDays() {
        LocalDate day = LocalDate.of(2026, 11, 27);

        assertThat(MassKind.COMPANY.period(day)).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(MassKind.PERSONAL.period(day)).isEqualTo(day);
    }

    @Test
    void keywordsAreWholeMessagesInAnyWidthAndCase() {
        List<String> words = MassSettings.STANDARD.keywords();

        assertThat(List.of("退订", " td ", "ＴＤ", "Stop", "UNSUBSCRIBE"))
                .allMatch(text -> MassRule.isKeyword(text, words));
        assertThat(List.of("请不要退订", "TDK", "")).noneMatch(text -> MassRule.isKeyword(text, words));
    }

    @Test
    void namesStandForPlaceholdersAndStayNames() {
        MassContent content = new MassContent("{nickname}您好，我是{employee}。{other}", List.of());

        assertThat(content.textFor("{employee}$1", "安")).isEqualTo("{employee}$1您好，我是安。{other}");
        assertThat(content.isSound()).isTrue();
        assertThat(new MassContent("{nickname}".repeat(21), List.of()).isSound())
                .isFalse();
        assertThat(new MassContent("a", Attached.files(List.of(1L, 2L))).messages())
                .isEqualTo(3);
        assertThat(new MassContent(" ", List.of()).isEmpty()).isTrue();
    }

    @Test
    void howFarItIsFollowsFromItsParts() {
        Mass mass = mass(NOW.plusSeconds(60), null, null, null);

        assertThat(mass.state(new Sums(2, 1, 1, 0, 0), NOW)).isEqualTo(MassState.WAITING);
        assertThat(mass.state(new Sums(2, 1, 1, 0, 0), NOW.plusSeconds(60))).isEqualTo(MassState.SENDING);
        assertThat(mass.state(new Sums(2, 1, 0, 5, 0), NOW.plusSeconds(60))).isEqualTo(MassState.WAITING);
        assertThat(mass.state(new Sums(2, 0, 0, 5, 0), NOW)).isEqualTo(MassState.DONE);
        assertThat(mass(null, NOW, null, null).state(Sums.NONE, NOW)).isEqualTo(MassState.CANCELLED);
        assertThat(mass(null, NOW, NOW, NOW).state(Sums.NONE, NOW)).isEqualTo(MassState.RECALLING);
        assertThat(mass(null, NOW, NOW, null).state(Sums.NONE, NOW)).isEqualTo(MassState.RECALLED);
    }

    private static Mass mass(
            @Nullable Instant sendAt, @Nullable Instant cancelled, @Nullable Instant recall, @Nullable Instant due) {
        return new Mass(
                1,
                1,
                MassKind.COMPANY,
                ANN,
                new MassContent("a", List.of()),
                "{}",
                1,
                sendAt,
                NOW,
                null,
                0,
                null,
                0,
                NOW,
                cancelled,
                recall,
                due,
                0,
                false);
    }

    @Test
    void everyResultHasItsWordsInBothLanguages() {
        Set<String> missing = IntStream.range(0, 2)
                .mapToObj(n -> MassWords.of(n == 0 ? java.util.Locale.CHINESE : java.util.Locale.ENGLISH))
                .flatMap(words -> List.of(MassResult.values()).stream()
                        .filter(result -> words.word("result." + result).isBlank())
                        .map(Enum::name))
                .collect(Collectors.toSet());

        assertThat(missing).isEmpty();
    }
}
