package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.platform.Problem;
import tools.jackson.databind.json.JsonMapper;

class SchemaRuleTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Single quotes stand for double ones. */
    static FormSchema form(String fields) {
        return FormSchema.read(JSON.readTree(("{'fields':[" + fields + "]}").replace('\'', '"')));
    }

    private static List<String> faults(String fields) {
        return form(fields).check().stream()
                .map(error -> error.field() + (error.column() == null ? "" : "." + error.column()) + " " + error.code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'key':'A','kind':'TEXT','label':'x'} | A bad_key",
                "{'key':'a b','kind':'TEXT','label':'x'} | a b bad_key",
                "{'key':'applicant','kind':'TEXT','label':'x'} | applicant bad_key",
                "{'kind':'TEXT','label':'x'} | ` bad_key`",
                "{'key':'a','kind':'TEXT','label':''} | a bad_label",
                "{'key':'a','kind':'TEXT'} | a bad_label",
                "{'key':'a','kind':'TEXT','label':'two\\nlines'} | a bad_label",
                "{'key':'a','kind':'TEXT','label':'12345678901234567890123456789012345678901'} | a bad_label",
                "{'key':'a','kind':'TEXT','label':'x','maxLength':0} | a bad_option",
                "{'key':'a','kind':'TEXT','label':'x','maxLength':1001} | a bad_option",
                "{'key':'a','kind':'LONG_TEXT','label':'x','maxLength':65536} | a bad_option",
                "{'key':'a','kind':'NUMBER','label':'x','decimals':11} | a bad_option",
                "{'key':'a','kind':'NUMBER','label':'x','min':'ten'} | a bad_option",
                "{'key':'a','kind':'NUMBER','label':'x','min':'2','max':'1'} | a bad_option",
                "{'key':'a','kind':'AMOUNT','label':'x','currency':'YEN'} | a bad_option",
                "{'key':'a','kind':'CHOICE','label':'x','options':[]} | a too_few_options",
                "{'key':'a','kind':'CHOICE','label':'x','options':[{'id':'1','label':'a'},{'id':'1','label':'b'}]} | a bad_options",
                "{'key':'a','kind':'CHOICES','label':'x','options':[{'id':'1','label':'a'},{'id':'2','label':'a'}]} | a bad_options",
                "{'key':'a','kind':'CHOICE','label':'x','options':[{'id':'','label':'a'}]} | a bad_options",
                "{'key':'a','kind':'CHOICE','label':'x','options':[{'label':'a'}]} | a bad_options",
                "{'key':'a','kind':'DATE_RANGE','label':'x','precision':'MINUTE','length':'WORK_DAYS'} | a bad_option",
                "{'key':'a','kind':'DATE_RANGE','label':'x','precision':'DAY','length':'HOURS'} | a bad_option",
                "{'key':'a','kind':'ATTACHMENT','label':'x','max':10} | a bad_option",
                "{'key':'a','kind':'PHOTO','label':'x','max':0} | a bad_option",
                "{'key':'a','kind':'TABLE','label':'x'} | a bad_option",
                "{'key':'a','kind':'TABLE','label':'x','columns':[{'key':'b','kind':'NOTE','text':'n'}]} | a bad_column",
                "{'key':'a','kind':'TABLE','label':'x','columns':[{'key':'b','kind':'TEXT','label':'y'}],'totals':['b']} | a bad_total",
                "{'key':'a','kind':'TABLE','label':'x','columns':[{'key':'b','kind':'TEXT','label':''}]} | a.b bad_label",
                "{'key':'a','kind':'NOTE','text':' '} | a bad_option",
                "{'key':'a','kind':'NOTE'} | a bad_option",
                "{'key':'a','kind':'FORMULA','label':'x'} | a bad_formula",
                "{'key':'a','kind':'FORMULA','label':'x','expression':'b + 1'} | a unknown_field",
                "{'key':'a','kind':'FORMULA','label':'x','expression':'1 +'} | a bad_formula",
                "{'key':'a','kind':'LOCATION','label':'x','radiusMetres':0} | a bad_option",
                "{'key':'a','kind':'RATING','label':'x','max':11} | a bad_option",
                "{'key':'a','kind':'SERIAL','label':'x','digits':11} | a bad_option",
                "{'key':'a','kind':'NUMBER','label':'x','default':5} | a bad_default",
                "{'key':'a','kind':'DATE','label':'x','default':'2026-02-30'} | a bad_default",
                "{'key':'a','kind':'SIGNATURE','label':'x','default':5} | a bad_default",
                "{'key':'a','kind':'TEXT','label':'x','visibleIf':{'any':[]}} | a bad_condition",
                "{'key':'a','kind':'TEXT','label':'x','visibleIf':{'any':[{'all':[{'subject':'b','op':'FILLED'}]}]}} | a unknown_field",
                "{'key':'a','kind':'TEXT','label':'x','visibleIf':{'any':[{'all':[{'subject':'a','op':'FILLED'}]}]}} | a circle"
            })
    void eachFaultIsNamed(String field, String fault) {
        assertThat(faults(field)).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'subject':'n','op':'MORE','values':['three'] | bad_condition",
                "'subject':'n','op':'MORE','values':['1e9'] | bad_condition",
                "'subject':'n','op':'BETWEEN','values':['1'] | bad_condition",
                "'subject':'n','op':'CONTAINS','values':['1'] | bad_condition",
                "'subject':'c','op':'IS','values':['z'] | bad_condition",
                "'subject':'c','op':'MORE','values':['1'] | bad_condition",
                "'subject':'applicant.role','op':'IS','values':['1'] | unknown_field",
                "'op':'FILLED' | bad_condition"
            })
    void conditionsFitTheirSubjects(String test, String fault) {
        String fields = "{'key':'n','kind':'NUMBER','label':'n'},"
                + "{'key':'c','kind':'CHOICE','label':'c','options':[{'id':'a','label':'A'}]},"
                + "{'key':'t','kind':'TEXT','label':'t','visibleIf':{'any':[{'all':[{" + test + "}]}]}}";
        assertThat(faults(fields)).containsExactly("t " + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // two formulas
                "{'key':'a','kind':'FORMULA','label':'a','expression':'b+1'},{'key':'b','kind':'FORMULA','label':'b','expression':'a+1'}",
                // a formula of itself
                "{'key':'a','kind':'FORMULA','label':'a','expression':'a+1'}",
                // two conditions
                "{'key':'a','kind':'NUMBER','label':'a','visibleIf':{'any':[{'all':[{'subject':'b','op':'FILLED'}]}]}},"
                        + "{'key':'b','kind':'NUMBER','label':'b','visibleIf':{'any':[{'all':[{'subject':'a','op':'FILLED'}]}]}}",
                // a formula and a condition
                "{'key':'a','kind':'NUMBER','label':'a','visibleIf':{'any':[{'all':[{'subject':'b','op':'FILLED'}]}]}},"
                        + "{'key':'b','kind':'FORMULA','label':'b','expression':'a+1'}",
                // a column and its total
                "{'key':'t','kind':'TABLE','label':'t','columns':[{'key':'c','kind':'FORMULA','label':'c','expression':'s/2'}]},"
                        + "{'key':'s','kind':'FORMULA','label':'s','expression':'SUM(t.c)'}",
                // a column that asks how many rows there are, in a table that is shown by a sum of it
                "{'key':'t','kind':'TABLE','label':'t','columns':[{'key':'c','kind':'NUMBER','label':'c'}],"
                        + "'visibleIf':{'any':[{'all':[{'subject':'s','op':'FILLED'}]}]}},"
                        + "{'key':'s','kind':'FORMULA','label':'s','expression':'SUM(t.c)'}"
            })
    void circlesAreFound(String fields) {
        assertThat(form(fields).check()).extracting(FieldError::code).containsExactly("circle");
    }

    @Test
    void everythingIsToldAtOnce() {
        assertThat(faults("{'key':'A','kind':'TEXT','label':''},{'key':'b','kind':'CHOICE','label':'x'},"
                        + "{'key':'b','kind':'FORMULA','label':'x','expression':'c'}"))
                .containsExactly("A bad_key", "A bad_label", "b too_few_options", "b duplicate_key", "b unknown_field");
    }

    @Test
    void twoHundredFieldsAreTheMost() {
        String two = IntStream.range(0, 201)
                .mapToObj(i -> "{'key':'f" + i + "','kind':'TEXT','label':'x'}")
                .collect(Collectors.joining(","));

        assertThat(faults(two)).containsExactly(" too_many_fields");
        assertThat(faults("")).containsExactly(" no_fields");
    }

    @Test
    void aChainOfTwoHundredFormulasIsNoCircle() {
        String chain = "{'key':'f0','kind':'NUMBER','label':'x'},"
                + IntStream.range(1, 200)
                        .mapToObj(i ->
                                "{'key':'f" + i + "','kind':'FORMULA','label':'x','expression':'f" + (i - 1) + "+1'}")
                        .collect(Collectors.joining(","));

        assertThat(faults(chain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "{'fields':{}}",
                "{'fields':[],'more':1}",
                "{'fields':[5]}",
                "{'fields':[{'key':'a','label':'x'}]}",
                "{'fields':[{'key':'a','label':'x','kind':'MAGIC'}]}",
                "{'fields':[{'key':'a','label':'x','kind':'TEXT','options':[]}]}",
                "{'fields':[{'key':'a','label':'x','kind':'DATE','precision':'SECOND'}]}",
                "{'fields':[{'key':'a','label':'x','kind':'NUMBER','decimals':1.5}]}",
                "{'fields':[{'key':'a','label':'x','kind':'TABLE','columns':[{'key':'b','kind':'MAGIC'}]}]}",
                "{'fields':[{'key':'a','label':'x\\u0000','kind':'TEXT'}]}",
                "{'fields':[{'key':'a','label':'x','kind':'TEXT','visibleIf':{'any':[{'all':[{'subject':'b','op':'LIKE'}]}]}}]}"
            })
    void whatIsNoFormIsUnreadable(String json) {
        assertThatThrownBy(() -> FormSchema.read(JSON.readTree(json.replace('\'', '"'))))
                .isInstanceOf(Problem.class)
                .hasMessage("form.unreadable");
    }

    @Test
    void unreadableFieldsAreNamed() {
        assertThatThrownBy(() ->
                        form("{'key':'a','label':'x','kind':'TEXT'},{'key':'b','kind':'TEXT','maxLength':'long'}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .isInstanceOfSatisfying(FieldError.class, error -> {
                                    assertThat(error.field()).isEqualTo("b");
                                    assertThat(error.params()).containsEntry("option", "maxLength");
                                }));
    }

    @Test
    void aFormIsTheSameAfterWritingAndReading() {
        FormSchema form = SampleForm.everything();

        assertThat(form.check()).isEmpty();
        assertThat(FormSchema.read(form.json())).isEqualTo(form);
        assertThat(FormSchema.read(JSON.readTree(form.json().toString()))).isEqualTo(form);
    }
}
