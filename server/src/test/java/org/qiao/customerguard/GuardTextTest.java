package org.qiao.customerguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.audience.StartRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What rules find in a text, and how fast. */
class GuardTextTest {

    private static final Logger LOG = LoggerFactory.getLogger(GuardTextTest.class);

    private static GuardRule rule(long id, List<String> words, Set<GuardPattern> patterns) {
        GuardContent content = new GuardContent(words, patterns, StartRange.EVERYONE, true, false, Set.of());
        return new GuardRule(id, 1, "rule " + id, GuardAction.WARN, content, true, 1, Instant.EPOCH);
    }

    private static GuardSnapshot of(GuardRule... rules) {
        return new GuardSnapshot(List.of(rules));
    }

    @ParameterizedTest
    @CsvSource({
        "加我微信, 微信",
        "加我微信号, 微信",
        "ＶＸ123 来聊, vx123",
        "加VX123来聊, vx123",
        "My Vx123, vx123",
        "私下转账给我, 转账",
        "私下转\u200B账给我, 转账",
        "CAFÉ, café",
        "CAFE\u0301, café",
        "①号方案, 1号",
        "回扣率很高, 回扣率",
    })
    void wordsAreFoundInEveryWidthAndCase(String text, String word) {
        assertThat(of(rule(1, List.of(word), Set.of())).find(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"An apple, app", "svx1234, vx123", "微 信, 微信", "naïve, na"})
    void partsOfLatinWordsAreNotFound(String text, String word) {
        assertThat(of(rule(1, List.of(word), Set.of())).find(text)).isEmpty();
    }

    @Test
    void allRulesAreFoundInOneWalkEachOnceWithWhatWasWritten() {
        GuardSnapshot rules = of(
                rule(1, List.of("回扣", "扣"), Set.of()),
                rule(2, List.of("扣率", "ABC"), Set.of(GuardPattern.PHONE)),
                rule(3, List.of("没有"), Set.of(GuardPattern.EMAIL)));

        List<GuardSnapshot.Found> found = rules.find("这次的\n回扣率，打 138 0013 8000 问我");

        assertThat(found).extracting(one -> one.rule().id()).containsExactly(1L, 2L);
        assertThat(found.getFirst().excerpt()).isEqualTo("这次的 回扣率,打 138 0013 8000 问我".replace(',', '，'));
        assertThat(of(rule(1, List.of("底线"), Set.of()))
                        .find("𝐀".repeat(60) + "底线" + "字".repeat(200))
                        .getFirst()
                        .excerpt())
                .startsWith("…")
                .endsWith("…")
                .contains("底线")
                .hasSizeLessThan(110);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE|13800138000|true",
                "PHONE|打+86 138-0013-8000|true",
                "PHONE|１３８００１３８０００|true",
                "PHONE|010-88886666|true",
                "PHONE|+44 20 7946 0958|true",
                "PHONE|订单 213800138000123|false",
                "PHONE|12800138000|false",
                "EMAIL|写给 Ann.Lee@Example.com 吧|true",
                "EMAIL|ann@|false",
                "ID_CARD|证件11010519491231002X|true",
                "ID_CARD|证件11010519491231002x。|true",
                "ID_CARD|110105194912310021|false",
                "BANK_CARD|6222 0212 3456 7890 127|false",
                "BANK_CARD|4111 1111 1111 1111|true",
                "BANK_CARD|4111111111111112|false",
                "BANK_CARD|1234|false",
                "LINK|看 https://a.cn/x|true",
                "LINK|看www.example.org/1|true",
                "LINK|上 shop.example.com。|true",
                "LINK|上 example.com.cn 看|true",
                "LINK|ann@example.com|false",
                "LINK|版本 1.2.3 与 e.g. 例子|false",
            })
    void patternsAreFound(GuardPattern pattern, String text, boolean found) {
        assertThat(of(rule(1, List.of(), Set.of(pattern))).find(text)).hasSize(found ? 1 : 0);
    }

    @Test
    void thousandsOfWordsFindWhatASimpleSearchFinds() {
        Random random = new Random(7);
        Set<String> words = new TreeSet<>();
        while (words.size() < 2_000) {
            words.add(chinese(random, 1 + random.nextInt(3), 60));
        }
        List<String> all = List.copyOf(words);
        WordMatcher matcher = WordMatcher.of(all);
        for (int i = 0; i < 50; i++) {
            String text = chinese(random, 200, 60);
            Set<String> found = new TreeSet<>();
            matcher.find(text, (word, from) -> {
                assertThat(text.startsWith(all.get(word), from)).isTrue();
                found.add(all.get(word));
            });
            assertThat(found)
                    .isEqualTo(
                            new TreeSet<>(words.stream().filter(text::contains).toList()));
        }
    }

    private static String chinese(Random random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x4E00 + random.nextInt(letters)));
        }
        return text.toString();
    }

    /** The number of docs/performance.md; asserts no more than that nothing grows with the number of words. */
    @Test
    void aLongTextIsReadInAMoment() {
        Random random = new Random(11);
        List<GuardRule> rules = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<String> words = new ArrayList<>();
            for (int j = 0; j < 250; j++) {
                words.add(j % 5 == 0 ? "word" + i + "x" + j : chinese(random, 2 + random.nextInt(3), 3_000));
            }
            rules.add(rule(i, words, i == 0 ? Set.of(GuardPattern.values()) : Set.of()));
        }
        long started = System.nanoTime();
        GuardSnapshot snapshot = new GuardSnapshot(rules);
        long built = System.nanoTime() - started;
        String text = (chinese(random, 80, 3_000) + " and some Words, 2026-11-27 ")
                .repeat(5)
                .substring(0, 500);
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            found += snapshot.find(text).size();
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            found += snapshot.find(text).size();
        }
        long each = (System.nanoTime() - begun) / 2_000;

        LOG.info(
                "5,000 words compiled in {} ms; 500 characters checked in {} µs ({})",
                built / 1_000_000,
                each / 1_000,
                found);
        assertThat(Duration.ofNanos(each)).isLessThan(Duration.ofMillis(2));
    }
}
