package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.form.FormRights.Access;
import org.qiao.platform.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks without a directory: members 1 to 9, departments 1 to 9, files 1 to 9 of which 5 to 9 are pictures, approvals 1 to 3. */
class FormRunTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final FormSchema FORM = SampleForm.everything();
    private static final Filling FRESH = Filling.fresh(DayCounter.WEEKDAYS, RelatedApprovals.NONE);
    private static final FormRun.Known KNOWN = new FormRun.Known(
            Set.of(1L, 2L, 3L),
            Set.of(1L, 2L, 3L),
            Map.of(1L, false, 2L, false, 5L, true, 6L, true),
            Map.of("related", Set.of(1L, 2L, 3L)));

    private static FormValues values(String json) {
        return FormValues.of(JSON.readTree(json.replace('\'', '"')));
    }

    private static FormCheck check(FormSchema form, FormValues sent, Filling filling) {
        return new FormRun(form, sent, filling).fill(KNOWN);
    }

    /** With a title, so that nothing is missing. */
    private static FormCheck check(String fields) {
        return check(FORM, values("{'title':'t'" + (fields.isEmpty() ? "" : "," + fields) + "}"), FRESH);
    }

    private static List<String> faults(FormCheck check) {
        return check.errors().stream()
                .map(error -> error.field()
                        + (error.row() == null ? "" : "[" + error.row() + "]." + error.column())
                        + " " + error.code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'title':'  two   words '|'title':'two words'",
                "'title':'a\\u200bb'|'title':'ab'",
                "'why':'one\\r\\ntwo\\u0007  '|'why':'one\\ntwo'",
                "'why':''|",
                "'why':null|",
                "'count':'007.50'|'count':'7.5'",
                "'count':'-0'|'count':'0'",
                "'count':'+5'|'count':'5'",
                "'count':''|",
                "'price':'1'|'price':'1.00'",
                "'price':'1.5000'|'price':'1.50'",
                "'yen':'100.0'|'yen':'100'",
                "'kind':'a'|'kind':'a'",
                "'kind':''|",
                "'more':['y','x','y']|'more':['x','y']",
                "'more':[]|",
                "'half':'2026-11-27 PM'|'half':'2026-11-27 PM'",
                "'trip':{'from':'2026-11-27 PM','to':'2026-11-30 AM','length':'99'}|'trip':{'from':'2026-11-27 PM','to':'2026-11-30 AM','length':'1'}",
                "'trip':{'from':'','to':''}|",
                "'shift':{'from':'2026-11-27T18:00','to':'2026-11-27T20:15'}|'shift':{'from':'2026-11-27T18:00','to':'2026-11-27T20:15','length':'2.25'}",
                "'who':[2,1,2]|'who':[2,1]",
                "'who':2|'who':[2]",
                "'dept':[1]|'dept':[1]",
                "'phone':'138 0013 8000'|'phone':'+8613800138000'",
                "'phone':'010-62551234'|'phone':'+861062551234'",
                "'idno':'11010519491231002x'|'idno':'11010519491231002X'",
                "'files':[1,2]|'files':[1,2]",
                "'pics':[5]|'pics':[5]",
                "'sign':6|'sign':6",
                "'related':[3]|'related':[3]",
                "'stars':4|'stars':4",
                "'place':{'lat':39.90872,'lng':116.39748,'name':' 天安门 ','accuracy':12.4,'device':{'lat':39.9085,'lng':116.3975}}"
                        + "|'place':{'lat':'39.90872','lng':'116.39748','name':'天安门','accuracy':'12','device':{'lat':'39.9085','lng':'116.3975'}}",
                "'guest':{'name':'Li','phone':'13800138000'}|'guest':{'name':'Li','company':'','phone':'+8613800138000'}",
                "'no':'FAKE'|",
                "'total':'5'|",
                "'late':'x'|"
            })
    void valuesComeIntoTheirOneForm(String sent, String kept) {
        FormCheck check = check(sent);

        assertThat(faults(check)).isEmpty();
        String title = sent.startsWith("'title'") ? "" : "'title':'t'" + (kept == null ? "" : ",");
        ObjectNode got = check.values().json();
        got.remove(List.of("total"));
        assertThat(got).isEqualTo(JSON.readTree(("{" + title + (kept == null ? "" : kept) + "}").replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'title':'123456789012345678901'|title too_long",
                "'title':5|title bad_type",
                "'title':['x']|title bad_type",
                "'title':null|title required",
                "'title':'\\u200b '|title required",
                "'count':12|count bad_type",
                "'count':12.5|count bad_type",
                "'count':'twelve'|count not_a_number",
                "'count':'1e3'|count not_a_number",
                "'count':'１'|count not_a_number",
                "'count':'NaN'|count not_a_number",
                "'count':'123456789012345678901'|count not_a_number",
                "'count':'1.234'|count too_many_decimals",
                "'count':'-6'|count too_small",
                "'count':'1000.01'|count too_large",
                "'price':'1.001'|price too_many_decimals",
                "'yen':'1.5'|yen too_many_decimals",
                "'kind':'z'|kind unknown_option",
                "'kind':['a']|kind bad_type",
                "'more':['x','z']|more unknown_option",
                "'more':'x'|more bad_type",
                "'more':[1]|more bad_type",
                "'day':'2026-02-30'|day not_a_date",
                "'day':'2026-11-27T10:00'|day not_a_date",
                "'day':20261127|day bad_type",
                "'half':'2026-11-27'|half not_a_date",
                "'trip':{'from':'2026-11-27 PM'}|trip not_a_date",
                "'trip':{'from':'2026-11-27 PM','to':'2026-11-27 AM'}|trip bad_range",
                "'trip':{'from':'2001-11-27 PM','to':'2026-11-27 AM'}|trip bad_range",
                "'trip':'2026-11-27'|trip bad_type",
                "'shift':{'from':'2026-11-27T18:00','to':'2026-11-27T18:00'}|shift bad_range",
                "'who':[99]|who unknown_member",
                "'who':[1,99]|who unknown_member",
                "'who':['1']|who bad_type",
                "'who':[1.5]|who bad_type",
                "'who':[99999999999999999999]|who bad_type",
                "'dept':[99]|dept unknown_department",
                "'dept':[1,2]|dept too_many",
                "'phone':'12345'|phone not_a_phone",
                "'idno':'110105194912310021'|idno not_an_id_number",
                "'files':[3]|files unknown_file",
                "'files':[1,2,5,6]|files too_many",
                "'pics':[1]|pics not_a_picture",
                "'sign':1|sign not_a_picture",
                "'sign':[6]|sign bad_type",
                "'related':[9]|related unknown_approval",
                "'stars':0|stars too_large",
                "'stars':6|stars too_large",
                "'stars':'4'|stars bad_type",
                "'stars':4.5|stars bad_type",
                "'place':{'lat':'91','lng':'0'}|place bad_place",
                "'place':{'lat':'1e999','lng':'0'}|place bad_place",
                "'place':{'lat':'39.9','lng':'116.4'}|place too_far",
                "'place':{'lat':'39.9','lng':'116.4','device':{'lat':'39.9','lng':'116.402'}}|place too_far",
                "'place':{'name':'天安门'}|place bad_place",
                "'place':[1]|place bad_type",
                "'guest':{'company':'X'}|guest required",
                "'guest':{'name':'Li','phone':'12'}|guest not_a_phone",
                "'items':{}|items bad_type",
                "'items':[5]|items bad_type",
                "'items':[{}]|items[0].name required",
                "'items':[{'name':'a'},{'name':'b','qty':'x'}]|items[1].qty not_a_number",
                "'items':[{'name':'a','owner':[99]}]|items[0].owner unknown_member",
                "'items':[{'name':'a','strange':1}]|items[0].strange unknown_field",
                "'strange':1|strange unknown_field",
                "'price':'1000'|big required"
            })
    void whatIsWrongIsNamed(String sent, String fault) {
        FormCheck check = check(sent);

        assertThat(faults(check)).containsExactly(fault);
    }

    @Test
    void allErrorsComeAtOnceInTheOrderOfTheForm() {
        FormCheck check = check(FORM, values("{'stars':9,'items':[{'name':'a'},{}],'count':'x'}"), FRESH);

        assertThat(faults(check))
                .containsExactly("title required", "count not_a_number", "items[1].name required", "stars too_large");
        assertThatThrownBy(check::require).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("form.invalid");
            assertThat(problem.errors()).hasSize(4);
        });
    }

    @Test
    void formulasGoThroughRowsAndTotals() {
        FormCheck check = check(
                "'price':'10','items':[{'name':'a','qty':'3','cost':'1.5','sum':'999'},{'name':'b','qty':'2','cost':'200','gift':'pen'},"
                        + "{'name':'c','gift':'none'}]");

        assertThat(faults(check)).isEmpty();
        assertThat(check.values().find("items").orElseThrow())
                .hasToString(
                        "[{\"name\":\"a\",\"qty\":\"3\",\"cost\":\"1.50\","
                                + "\"sum\":\"4.50\"},{\"name\":\"b\",\"qty\":\"2\",\"cost\":\"200.00\",\"sum\":\"400.00\",\"gift\":\"pen\"},{\"name\":\"c\"}]");
        assertThat(check.values().text("total")).contains("414.50");
        assertThat(check.values().text("rows")).contains("3");
    }

    @Test
    void hiddenIsEmptyAndNotRequired() {
        FormCheck shown = check("'price':'1000','big':'reason'");
        FormCheck hidden = check("'price':'999','big':'reason'");

        assertThat(shown.values().text("big")).contains("reason");
        assertThat(faults(hidden)).isEmpty();
        assertThat(hidden.values().find("big")).isEmpty();
    }

    @Test
    void rowsAndLengthsHaveLimits() {
        assertThat(faults(check("'items':[" + rows(100, "x") + "]"))).isEmpty();
        assertThat(faults(check("'items':[" + rows(101, "x") + "]"))).containsExactly("items too_many_rows");
        assertThat(faults(check("'items':[" + rows(100, "x".repeat(650)) + "]")))
                .contains("items[0].name too_long");
        assertThat(faults(check("'why':'" + "字".repeat(65_535) + "'"))).isEmpty();
        assertThat(faults(check("'why':'" + "字".repeat(65_536) + "'"))).containsExactly("why too_long");
    }

    @Test
    void aTableHasSixtyFiveThousandCharactersAtMost() {
        FormSchema form = SchemaRuleTest.form(
                "{'key':'t','kind':'TABLE','label':'t','columns':[{'key':'c','kind':'LONG_TEXT','label':'c'}]}");
        String row = "{'c':'" + "x".repeat(1_000) + "'}";

        FormCheck most = check(form, values("{'t':[" + (row + ",").repeat(59) + row + "]}"), FRESH);
        FormCheck more = check(form, values("{'t':[" + (row + ",").repeat(69) + row + "]}"), FRESH);

        assertThat(faults(most)).isEmpty();
        assertThat(faults(more)).containsExactly("t too_long");
        assertThat(more.values().isEmpty()).isTrue();
    }

    private static String rows(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'name':'" + name + "','qty':'" + i + "','cost':'0.02'}")
                .collect(Collectors.joining(","));
    }

    @Test
    void aHundredAndFiftyValuesAreTheMost() {
        FormSchema form = SchemaRuleTest.form(IntStream.range(0, 151)
                .mapToObj(i -> "{'key':'f" + i + "','kind':'TEXT','label':'x'}")
                .collect(Collectors.joining(",")));
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 150).forEach(i -> sent.put("f" + i, "x"));

        assertThat(faults(check(form, FormValues.of(sent), FRESH))).isEmpty();
        sent.put("f150", "x");
        assertThat(faults(check(form, FormValues.of(sent), FRESH))).containsExactly(" too_many_values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]",
                "5",
                "`\"text\"`",
                "{\"a\":\"x\\u0000\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[[[[[[[1]]]]]]]}"
            })
    void whatIsNoSoundObjectIsRefused(String json) {
        assertThatThrownBy(() -> FormValues.of(JSON.readTree(json)))
                .isInstanceOf(Problem.class)
                .hasMessage("form.bad_values");
    }

    @Test
    void deepAndLargeValuesAreRefused() {
        String deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";
        assertThatThrownBy(() -> FormValues.of(JSON.readTree(deep))).hasMessage("form.bad_values");
        ObjectNode large = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 40).forEach(i -> large.put("f" + i, "x".repeat(65_000)));
        assertThatThrownBy(() -> FormValues.of(large)).hasMessage("form.bad_values");
    }

    @Test
    void onlyWhatMayBeEditedChangesAndComputedFollows() {
        FormValues before = check("'price':'10','count':'3','items':[{'name':'a','qty':'2','cost':'5'}]")
                .require();
        FormRights rights = new FormRights(Map.of("price", Access.EDIT, "count", Access.HIDDEN), Access.READ);

        FormCheck check = check(
                FORM, values("{'title':'other','price':'20','count':'9','items':[]}"), FRESH.over(before, rights));

        assertThat(faults(check)).isEmpty();
        assertThat(check.values().text("title")).contains("t");
        assertThat(check.values().text("count")).contains("3");
        assertThat(check.values().text("total")).contains("30.00");
        assertThat(FormDiff.of(FORM, before, check.values()))
                .extracting(FormDiff.Change::key)
                .containsExactly("price");
        assertThat(rights.visible(FORM, check.values()).keys())
                .contains("price", "title")
                .doesNotContain("count");
        assertThat(rights.visible(FORM).find("count")).isEmpty();
    }

    @Test
    void whoMayNotEditIsNotAskedForWhatIsMissing() {
        FormValues before = values("{'price':'1000'}");
        FormRights rights = new FormRights(Map.of("count", Access.EDIT), Access.READ);

        assertThat(faults(check(FORM, values("{'count':'1'}"), FRESH.over(before, rights))))
                .isEmpty();
    }

    @Test
    void rowsStayWhenAColumnIsNotToBeEdited() {
        FormValues before = check("'items':[{'name':'a','qty':'2','cost':'5'},{'name':'b','qty':'1','cost':'1'}]")
                .require();
        FormRights rights = new FormRights(
                Map.of("items", Access.EDIT, "items.cost", Access.READ, "items.owner", Access.HIDDEN), Access.READ);

        FormCheck changed = check(
                FORM,
                values("{'items':[{'name':'a','qty':'3','cost':'999'},{'name':'c','qty':'1'}]}"),
                FRESH.over(before, rights));
        FormCheck longer =
                check(FORM, values("{'items':[{'name':'a'},{'name':'b'},{'name':'c'}]}"), FRESH.over(before, rights));

        assertThat(faults(changed)).isEmpty();
        assertThat(changed.values().find("items").orElseThrow())
                .hasToString("[{\"name\":\"a\",\"qty\":\"3\",\"cost\":\"5.00\",\"sum\":\"15.00\"},"
                        + "{\"name\":\"c\",\"qty\":\"1\",\"cost\":\"1.00\",\"sum\":\"1.00\"}]");
        assertThat(faults(longer)).containsExactly("items rows_fixed");
    }

    @Test
    void whatStoodThereMayStay() {
        FormValues before = values("{'title':'t','who':[77],'files':[88],'items':[{'name':'a','owner':[66]}]}");
        Filling change = FRESH.over(before, FormRights.EDIT_ALL);

        assertThat(faults(check(
                        FORM,
                        values("{'title':'t','who':[77,1],'files':[88],'items':[{'name':'b','owner':[66]}]}"),
                        change)))
                .isEmpty();
        assertThat(faults(check(FORM, values("{'title':'t','who':[88],'files':[77]}"), change)))
                .containsExactly("who unknown_member", "files unknown_file");
    }

    @Test
    void draftsMayMissEverything() {
        FormCheck check = check(FORM, values("{'count':'x','strange':1}"), FRESH.asDraft());

        assertThat(faults(check)).containsExactly("count not_a_number");
        assertThat(check.values().isEmpty()).isTrue();
    }

    @Test
    void serialNumbersAreGivenOnce() {
        FormValues values = check("'stars':3").require();
        List<String> periods = new ArrayList<>();

        FormValues numbered = Forms.withSerials(FORM, values, LocalDate.of(2026, 11, 27), (key, period) -> {
            periods.add(key + " " + period);
            return 42;
        });

        assertThat(periods).containsExactly("no 202611");
        assertThat(numbered.text("no")).contains("A-2026110042");
        assertThat(Forms.withSerials(FORM, numbered, LocalDate.of(2026, 12, 1), (_, _) -> 1))
                .isEqualTo(numbered);
        FormCheck again = check(FORM, FormValues.EMPTY, FRESH.over(numbered, FormRights.READ_ALL));
        assertThat(again.values()).isEqualTo(numbered);
    }

    @Test
    void conditionsSeeWhatWasFilledIn() {
        FormValues values = check(
                        "'kind':'a','who':[1,2],'day':'2026-11-27','trip':{'from':'2026-11-27 AM','to':'2026-11-30 PM'},"
                                + "'items':[{'name':'a','qty':'2','cost':'5'},{'name':'b','qty':'3','cost':'5'}]")
                .require();
        Facts facts = FormFacts.of(FORM, values);

        assertThat(Condition.of(
                                Condition.Test.of("kind", Condition.Op.ANY_OF, "a", "b"),
                                Condition.Test.of("who", Condition.Op.ALL_OF, "1", "2"),
                                Condition.Test.of("day", Condition.Op.BETWEEN, "2026-11-27", "2026-11-27"),
                                Condition.Test.of("trip", Condition.Op.IS, "2"),
                                Condition.Test.of("trip.from", Condition.Op.LESS, "2026-11-28"),
                                Condition.Test.of("items", Condition.Op.IS, "2"),
                                Condition.Test.of("items.qty", Condition.Op.IS, "5"),
                                Condition.Test.of("items.name", Condition.Op.ANY_OF, "b"),
                                Condition.Test.of("total", Condition.Op.IS, "25"),
                                Condition.Test.of("price", Condition.Op.EMPTY))
                        .holds(facts))
                .isTrue();
    }

    /** Whatever is sent: what a check lets through stays as it is when it is checked again. */
    @Test
    void aCheckedFormCheckedAgainIsTheSame() {
        for (int seed = 0; seed < 3_000; seed++) {
            RandomValues random = new RandomValues(new Random(seed));
            FormValues sent = FormValues.of(random.of(FORM));
            Filling filling = seed % 3 == 0 ? FRESH.asDraft() : FRESH;

            FormCheck once = check(FORM, sent, filling);
            FormCheck twice = check(FORM, once.values(), filling);

            assertThat(twice.values()).as("seed %d, sent %s", seed, sent.json()).isEqualTo(once.values());
            if (once.errors().isEmpty()) {
                assertThat(twice.errors()).as("seed %d", seed).isEmpty();
            }
            assertThat(FormDiff.of(FORM, once.values(), twice.values())).isEmpty();
        }
    }

    @Test
    void aPlaceWithoutARadiusMayBeANameAlone() {
        FormSchema anywhere = SchemaRuleTest.form("{'key':'place','kind':'LOCATION','label':'Place'}");

        assertThat(check(
                                anywhere,
                                values("{'place':{'name':' 虹桥  火车站 ','lat':null,'lng':null,'accuracy':null}}"),
                                FRESH)
                        .values()
                        .json())
                .isEqualTo(JSON.readTree("{\"place\":{\"name\":\"虹桥 火车站\"}}"));
        assertThat(faults(check(anywhere, values("{'place':{'name':''}}"), FRESH)))
                .containsExactly("place bad_place");
        assertThat(faults(check(anywhere, values("{'place':{'name':'虹桥','lat':'31.2'}}"), FRESH)))
                .containsExactly("place bad_place");
    }
}
