package org.qiao.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What finds whom, without a database: a key that begins with the question, or a mixture. */
class NameIndexTest {

    @ParameterizedTest
    @CsvSource({
        "张三, 张",
        "张三, 三",
        "张三, 张三",
        "张三, z",
        "张三, zs",
        "张三, ZS",
        "张三, zhang",
        "张三, zhangs",
        "张三, zhangsan",
        "张三, zhang san",
        "张三, san",
        "张三, 张s",
        "张三, 张san",
        "张三, zsan",
        "张三, zhsan",
        "张三, z三",
        "欧阳娜娜, oynn",
        "欧阳娜娜, nana",
        "欧阳娜娜, ouyangn",
        "欧阳娜娜, 欧y娜",
        "吕布, lvbu",
        "吕布, lubu",
        "吕布, lb",
        "单雄信, shan",
        "单雄信, sxx",
        "曾国藩, zeng",
        "曾国藩, zgf",
        "解缙, xie",
        "仇英, qiu",
        "查良镛, zha",
        "查良镛, zly",
        "朴信惠, piao",
        "翟天临, zhai",
        "单于, chanyu",
        "尉迟恭, yuchi",
        "尉迟恭, ycg",
        "万俟卨, moqi",
        "John Smith, smith",
        "John Smith, john",
        "John Smith, john s",
        "John Smith, js",
        "阿依古丽·买买提, 买买提",
        "Ｔｏｍ, tom",
        "王小二, wang'xiao"
    })
    void aNameIsFoundByItsCharactersPinyinInitialsAndMixtures(String name, String question) {
        assertThat(finds(new NamedPerson(1, name, "", "", null, false), question))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "张三, %",
        "张三, _",
        "张三, 张%",
        "张三, .*",
        "张三, ls",
        "张三, zhangsi",
        "张三, ang",
        "李四, zs",
        "王, wangw",
        "张三, san3",
        "张三, ''",
        "张三, '   '",
        "张三, #"
    })
    void wildcardsAreLiteralsAndOtherPeopleAreNotFound(String name, String question) {
        assertThat(finds(new NamedPerson(1, name, "", "", "+8613800138000", false), question))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "小明, A007, +8613800138000, xiaoming, true",
        "小明, A007, +8613800138000, xm, true",
        "小明, A007, +8613800138000, a007, true",
        "小明, A007, +8613800138000, 007, false",
        "小明, A007, +8613800138000, 8000, true",
        "小明, A007, +8613800138000, 138 0013 8000, true",
        "小明, A007, +8613800138000, +86-13800138000, true",
        "小明, A007, +8613800138000, 800, false",
        "小明, A007, +8613800138000, 1380, false",
        "Bob, 1234567, , 1234, true",
        "Bob, 1234567, , 4567, false"
    })
    void aliasNumberAndTheLastFourDigitsOfThePhoneFindToo(
            String alias, String number, @Nullable String phone, String question, boolean found) {
        assertThat(finds(new NamedPerson(1, "张三", alias, number, phone, false), question))
                .isEqualTo(found);
    }

    @Test
    void namesAreOrderedByPinyin() {
        assertThat(Stream.of("赵六", "李四", "单雄信", "Bob", "阿宝").sorted(Comparator.comparing(Pinyin::sortKey)))
                .containsExactly("阿宝", "Bob", "李四", "单雄信", "赵六");
    }

    @Test
    void invisibleCharactersAreDroppedAndSpacesJoined() {
        assertThat(PlainText.clean("  张\u200b\u0000 \u202e三\t\n  ")).isEqualTo("张 三");
        assertThat(PlainText.clean("e\u0301")).isEqualTo("é");
        assertThat(PlainText.clean("\ud83d\ude00 a\ud83d")).isEqualTo("😀 a");
    }

    @Test
    void aLongNameOfCombiningMarksMakesFewAndShortKeys() {
        String name = "张" + "e\u0301\u0301".repeat(30);

        assertThat(NameKeys.of(new NamedPerson(1, name, name, "", null, false)))
                .hasSizeLessThan(120)
                .allMatch(key -> key.key().length() < 200);
    }

    private static boolean finds(NamedPerson person, String raw) {
        return NameQuery.parse(raw)
                .map(query -> NameKeys.of(person).stream()
                                .anyMatch(key -> key.key().startsWith(query.text())
                                        || query.phone()
                                                .filter(key.key()::startsWith)
                                                .isPresent())
                        || (NameMatcher.mayBeMixed(query.text())
                                && NameKeys.of(person).stream()
                                        .anyMatch(key -> key.key().startsWith(query.seed()))
                                && NameMatcher.matches(NameKeys.fold(person.name()), query.text())))
                .orElse(false);
    }
}
