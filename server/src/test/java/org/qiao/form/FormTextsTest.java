package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.file.FileView;
import org.qiao.form.FormTexts.Filled;
import org.qiao.form.FormTexts.Line;
import tools.jackson.databind.json.JsonMapper;

class FormTextsTest {

    private static final FormNames NAMES = new FormNames(
            Map.of(1L, "张三", 2L, "Anna"),
            Map.of(1L, "研发部"),
            Map.of(5L, new FileView(5, "发票.png", 1, "image/png", 1, 1, true)),
            Map.of(3L, "REQ-3"));

    private static final Filled FILLED = new Filled(
            SampleForm.everything(), FormValues.of(JsonMapper.shared().readTree("""
                    {'title':'t','count':'7.5','price':'1234567.80','yen':'-1000','kind':'a','more':['x','y'],'day':'2026-11-27',
                     'half':'2026-11-27 PM','time':'2026-11-27T09:30','trip':{'from':'2026-11-27 AM','to':'2026-11-27 PM','length':'1'},
                     'shift':{'from':'2026-11-27T18:00','to':'2026-11-27T20:15','length':'2.25'},'who':[1,2,9],'dept':[1],
                     'phone':'+8613800138000','pics':[5],'items':[{'name':'a','cost':'5.00','sum':'10.00'},{'name':'b','sum':'1.00'}],
                     'related':[3],'place':{'lat':'1','lng':'2','name':''},'stars':4,'sign':5,'guest':{'name':'Li','company':'X','phone':''},
                     'late':'not printed'}
                    """.replace('\'', '"'))));

    @Test
    void rowsAreReadInChinese() {
        assertThat(FormTexts.rows(FILLED, Locale.SIMPLIFIED_CHINESE, NAMES))
                .extracting(row -> row.label() + ": " + row.text())
                .contains(
                        "Count: 7.5pcs",
                        "Price: ¥1,234,567.80（壹佰贰拾叁万肆仟伍佰陆拾柒元捌角整）",
                        "Yen: JPY -1,000",
                        "Kind: Aa",
                        "More: Xx、Yy",
                        "Half: 2026-11-27 下午",
                        "Time: 2026-11-27 09:30",
                        "Trip: 2026-11-27 上午 – 2026-11-27 下午（1个工作日）",
                        "Shift: 2026-11-27 18:00 – 2026-11-27 20:15（2.25小时）",
                        "Who: 张三、Anna、#9",
                        "Department: 研发部",
                        "Pictures: 发票.png",
                        ": Please be brief",
                        "Related: REQ-3",
                        "Place: 1, 2",
                        "Stars: 4/5",
                        "Signature: 已签名",
                        "Guest: Li X")
                .doesNotContain("Late: not printed");
    }

    @Test
    void rowsAreReadInEnglish() {
        assertThat(FormTexts.rows(FILLED, Locale.ENGLISH, NAMES))
                .extracting(FormRow::text)
                .contains(
                        "7.5 pcs",
                        "2026-11-27 morning – 2026-11-27 afternoon (1 work day)",
                        "2026-11-27 18:00 – 2026-11-27 20:15 (2.25 hours)",
                        "张三, Anna, #9");
    }

    @Test
    void tablesHaveTotals() {
        FormRow items = FormTexts.rows(FILLED, Locale.ENGLISH, NAMES).stream()
                .filter(row -> row.key().equals("items"))
                .findFirst()
                .orElseThrow();

        assertThat(items.grid()).isNotNull().satisfies(grid -> {
            assertThat(grid.columns()).containsExactly("Name", "Quantity", "Cost", "Sum", "Owner", "Gift");
            assertThat(grid.rows().getFirst()).containsExactly("a", "", "¥5.00", "¥10.00", "", "");
            assertThat(grid.totals()).containsExactly("", "", "", "¥11.00", "", "");
        });
    }

    @Test
    void filesAreListedForPrinting() {
        assertThat(FormTexts.rows(FILLED, Locale.ENGLISH, NAMES))
                .filteredOn(row -> !row.files().isEmpty())
                .extracting(FormRow::key)
                .containsExactly("pics", "sign");
    }

    @Test
    void cardsHaveAFewLines() {
        assertThat(FormTexts.summary(FILLED, List.of("trip", "items", "why"), Locale.ENGLISH, NAMES))
                .containsExactly(
                        new Line("trip", "Trip", "2026-11-27 morning – 2026-11-27 afternoon (1 work day)"),
                        new Line("items", "Items", "Rows: 2"));
    }

    @Test
    void everythingPeopleLookForIsInTheSearch() {
        assertThat(FormTexts.search(FILLED, Locale.SIMPLIFIED_CHINESE, NAMES))
                .contains("张三", "研发部", "1234567.80", "1,234,567.80", "发票.png", "a", "Aa", "+8613800138000");
    }
}
