package org.qiao.customerprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.form.FormSchema;
import org.qiao.platform.Problem;
import tools.jackson.databind.json.JsonMapper;

/** What may be called how, which stages and attributes there may be, when two numbers are one. */
class ProfileRulesTest {

    @ParameterizedTest
    @CsvSource({
        "+86 138-0013-8000, 13800138000",
        "008613800138000, 13800138000",
        "13800138000, 13800138000",
        "(0571) 8888-0000, 057188880000",
        "+1 415 555 0100, 14155550100",
        "8612345, 8612345"
    })
    void numbersAreComparedByTheirDigits(String written, String digits) {
        assertThat(Contacts.digits(written)).isEqualTo(digits);
    }

    @Test
    void tagsOfAGroupAreCalledDifferentlyWhateverTheCase() {
        assertThat(TagRule.names(List.of(" 高意向 ", "VIP"))).containsExactly("高意向", "VIP");
        assertThatThrownBy(() -> TagRule.names(List.of("vip", "VIP"))).satisfies(is("customerprofile.name_taken"));
        assertThatThrownBy(() -> TagRule.name("标".repeat(31))).satisfies(is("customerprofile.bad_name"));
        assertThatThrownBy(() -> TagRule.name(" \u200b ")).satisfies(is("customerprofile.bad_name"));
        assertThat(TagRule.name("标".repeat(30))).hasSize(30);
    }

    private static java.util.function.Consumer<Throwable> is(String code) {
        return thrown -> assertThat(((Problem) thrown).code()).isEqualTo(code);
    }

    @Test
    void aStageInWhichCustomersStandMustStay() {
        List<Stage> shorter = Stage.SHIPPED.subList(0, 3);

        assertThat(StageRule.check(shorter, Set.of("intent"))).hasSize(3);
        assertThatThrownBy(() -> StageRule.check(shorter, Set.of("intent", "deal")))
                .satisfies(is("customerprofile.stage_in_use"));
    }

    @Test
    void stagesAreRefusedThatAreNone() {
        Stage own = new Stage("trial", "试用", false);
        assertThat(StageRule.check(List.of(own, new Stage("lost", "", true)), Set.of()))
                .hasSize(2);
        List<List<Stage>> bad = List.of(
                List.of(),
                List.of(own, own),
                List.of(new Stage("lost", "", true), own),
                List.of(new Stage("trial", "", false)),
                List.of(own, new Stage("other", "试用", false)),
                List.of(new Stage("Trial", "试用", false)));
        for (List<Stage> stages : bad) {
            assertThatThrownBy(() -> StageRule.check(stages, Set.of())).satisfies(is("customerprofile.bad_stages"));
        }
    }

    @Test
    void aCustomerIsLostForAReasonAndWonWithoutOne() {
        Stage lost = Stage.SHIPPED.getLast();

        assertThat(StageRule.reason(lost, " 价格 ")).isEqualTo("价格");
        assertThat(StageRule.reason(Stage.SHIPPED.getFirst(), "x")).isEmpty();
        assertThatThrownBy(() -> StageRule.reason(lost, "  ")).satisfies(is("customerprofile.reason_needed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'key':'a','kind':'TEXT','label':'A'} | true",
                "{'key':'a','kind':'NUMBER','label':'A'} | true",
                "{'key':'a','kind':'DATE','label':'A'} | true",
                "{'key':'a','kind':'CHOICE','label':'A','options':[{'id':'y','label':'是'},{'id':'n','label':'否'}]} | true",
                "{'key':'a','kind':'CHOICES','label':'A','options':[{'id':'y','label':'是'}]} | true",
                "{'key':'a','kind':'TEXT','label':'A','required':true} | false",
                "{'key':'a','kind':'MEMBER','label':'A'} | false",
                "{'key':'a','kind':'CHOICE','label':'A','options':[]} | false",
                "{'key':'a','kind':'FORMULA','label':'A','expression':'1+1'} | false"
            })
    void attributesAreFieldsOfFiveSorts(String field, boolean right) {
        FormSchema schema = FormSchema.read(
                JsonMapper.shared().readTree("{'fields':[%s]}".formatted(field).replace('\'', '"')));

        if (right) {
            assertThat(AttributeRule.check(schema)).isEqualTo(schema);
        } else {
            assertThatThrownBy(() -> AttributeRule.check(schema)).satisfies(is("customerprofile.bad_attributes"));
        }
    }

    @Test
    void fiftyAttributesAreManyEnough() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            fields.add("{\"key\":\"k%d\",\"kind\":\"TEXT\",\"label\":\"L%d\"}".formatted(i, i));
        }
        FormSchema fifty = schema(fields.subList(0, 50));
        assertThat(AttributeRule.check(fifty)).isEqualTo(fifty);
        assertThatThrownBy(() -> AttributeRule.check(schema(fields))).satisfies(is("customerprofile.bad_attributes"));
        assertThat(AttributeRule.check(FormSchema.EMPTY)).isEqualTo(FormSchema.EMPTY);
    }

    private static FormSchema schema(List<String> fields) {
        return FormSchema.read(JsonMapper.shared().readTree("{\"fields\":[" + String.join(",", fields) + "]}"));
    }

    @Test
    void nothingTypedIntoTheSearchIsSpecial() {
        assertThat(filter("{\"q\":\" 50%_\\\\A \"}").pattern()).isEqualTo("%50\\%\\_\\\\a%");
        assertThat(filter("{}").pattern()).isNull();
        assertThat(filter("{\"addedFrom\":\"2026-11-01\"}").addedFrom()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    private static LineFilter filter(String json) {
        return new FilterReading(JsonMapper.shared()).read(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'silentDays':0}",
                "{'unansweredHours':-1}",
                "{'addedFrom':'0001-01-01'}",
                "{'levels':['KING']}",
                "{'anyTags':[null]}",
                "{'anyTags':'x'}",
                "[]",
                "{"
            })
    void filtersFromOutsideAreCheckedOnce(String json) {
        assertThatThrownBy(() -> filter(json.replace('\'', '"'))).satisfies(is("customerprofile.bad_filter"));
    }
}
