package org.qiao.directoryimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.directory.MemberState;
import org.qiao.directory.NewMember;
import org.qiao.directory.Roster;
import org.qiao.platform.CellGuard;

/** Files in, plans out; nothing here knows a database. */
class SpreadsheetTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final String WECOM = """
            填写须知：请勿修改表头,,,,,,,,,,,
            姓名,账号,别名,职务,部门,性别,手机,座机,个人邮箱,地址,激活状态,禁用状态,企业微信
            张三,zhangsan,Sam,工程师,桥公司/研发/后端;桥公司/项目部,男,13800138000,,Z@x.cn,三楼,已激活,未禁用,zs
            """;
    private static final String DINGTALK = """
            员工UserID\t姓名*\t手机号*\t部门*\t职位\t工号\t邮箱\t办公地点\t备注\t直属主管UserID\t是否此部门主管
            u1\t李 四\t+86-13800138001\t桥公司-市场-华东,桥公司\t经理\t007\tli@x.cn\t上海\t\t\t是
            """;

    @Test
    void theTemplateOfWeComIsRead() {
        PersonRow row = onlyRow(WECOM.getBytes(StandardCharsets.UTF_8));

        assertThat(row.row()).isEqualTo(3);
        assertThat(row.name()).isEqualTo("张三");
        assertThat(row.number()).isEqualTo("zhangsan");
        assertThat(row.phone()).isEqualTo("+8613800138000");
        assertThat(row.email()).isEqualTo("z@x.cn");
        assertThat(row.workPlace()).isEqualTo("三楼");
        assertThat(row.departments()).containsExactly(List.of("研发", "后端"), List.of("项目部"));
    }

    @Test
    void theTemplateOfDingTalkIsRead() {
        PersonRow row = onlyRow(DINGTALK.getBytes(StandardCharsets.UTF_8));

        assertThat(row.name()).isEqualTo("李 四");
        assertThat(row.number()).isEqualTo("007");
        assertThat(row.title()).isEqualTo("经理");
        assertThat(row.departments()).containsExactly(List.of("市场", "华东"), List.of());
        assertThat(row.leader()).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16", "UTF-8+BOM"})
    void everyUsualEncodingIsRecognised(String name) {
        byte[] bytes = name.equals("UTF-8+BOM")
                ? ("\ufeff" + WECOM).getBytes(StandardCharsets.UTF_8)
                : WECOM.getBytes(Charset.forName(name));

        assertThat(onlyRow(bytes).name()).isEqualTo("张三");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commaSemicolonAndTabSeparate(String delimiter) {
        String csv =
                "Name%1$sMobile%1$sE-mail%n\"Ann, the \"\"first\"\"\"%1$s13800138000%1$sA@B.cn%n".formatted(delimiter);

        assertThat(onlyRow(csv.getBytes(StandardCharsets.UTF_8)).name()).isEqualTo("Ann, the \"first\"");
    }

    @ParameterizedTest
    @CsvSource({
        "姓名*, NAME",
        "' 姓 名 ', NAME",
        "手机号（必填）, PHONE",
        "Mobile Phone, PHONE",
        "E-Mail, EMAIL",
        "job_title, TITLE",
        "员工UserID, ACCOUNT",
        "帐号, ACCOUNT",
        "所属部门, DEPARTMENT",
        "ＮＡＭＥ, NAME",
        "办公地点：, WORK_PLACE"
    })
    void headingsAreRecognisedWithStarsSpacesAndRemarks(String heading, Column column) {
        assertThat(Column.of(heading)).contains(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"性别", "座机", "激活状态", "直属主管", "备注", "企业微信", ""})
    void otherColumnsAreLeftAlone(String heading) {
        assertThat(Column.of(heading)).isEmpty();
    }

    @Test
    void everyBadRowSaysWhereAndWhy() {
        String csv = """
                姓名,账号,手机,邮箱,部门,禁用状态
                ,a,13800138000,,,
                甲,b,1.38E+10,,,
                乙,c,123,,,
                丙,d,,not-an-address,,
                丁,e,,,,
                戊,f,13800138001,,%s,
                己,g,13800138002,,,已禁用
                庚,h,13800138003,,,
                辛,h,13800138004,,,
                壬,i,13800138003,,,
                %s,j,13800138005,,,
                """.formatted("部".repeat(65), "名".repeat(65));

        assertThat(plan(csv).problems())
                .extracting(RowProblem::row, RowProblem::column, RowProblem::code)
                .containsExactly(
                        tuple(2, "name", RowProblem.Code.MISSING),
                        tuple(3, "phone", RowProblem.Code.LOST_DIGITS),
                        tuple(4, "phone", RowProblem.Code.BAD_PHONE),
                        tuple(5, "email", RowProblem.Code.BAD_EMAIL),
                        tuple(6, "phone", RowProblem.Code.CONTACT_MISSING),
                        tuple(7, "department", RowProblem.Code.BAD_DEPARTMENT),
                        tuple(8, "disabled", RowProblem.Code.DISABLED),
                        tuple(10, "number", RowProblem.Code.DUPLICATE),
                        tuple(11, "phone", RowProblem.Code.DUPLICATE),
                        tuple(12, "name", RowProblem.Code.TOO_LONG),
                        tuple(12, "name", RowProblem.Code.MISSING));
        assertThat(plan(csv).problems().get(7).params()).isEqualTo(Map.of("row", 9));
        assertThat(plan(csv).bad()).isEqualTo(10);
    }

    @Test
    void knownPeopleAreChangedByNumberThenPhoneThenEmail() {
        List<Roster.Entry> known = List.of(
                entry(1, "A1", "+8613800138001", null, true),
                entry(2, "A2", "+8613800138002", "b@x.cn", true),
                entry(3, "A3", null, null, false));
        String csv = """
                姓名,工号,手机,邮箱
                甲,A1,13800138009,
                乙,,,b@x.cn
                丙,A3,13800138003,
                丁,A9,13800138002,c@x.cn
                戊,A1,13800138002,
                """;
        ImportPlan plan = ImportPlan.of(Spreadsheets.read(csv.getBytes(StandardCharsets.UTF_8)), "桥公司", known);

        assertThat(plan.changes()).extracting(change -> change.member().id()).containsExactly(1L, 2L);
        assertThat(plan.problems())
                .extracting(RowProblem::row, RowProblem::code)
                .contains(
                        tuple(4, RowProblem.Code.NOT_ALLOWED),
                        tuple(5, RowProblem.Code.DUPLICATE),
                        tuple(6, RowProblem.Code.DUPLICATE),
                        tuple(6, RowProblem.Code.TAKEN));
        assertThat(ImportPlan.merge(plan.changes().getFirst(), List.of()).title())
                .isEqualTo("旧职务");
        assertThat(ImportPlan.merge(plan.changes().getFirst(), List.of()).phone())
                .isEqualTo("+8613800138009");
    }

    @Test
    void excelNumbersKeepTheirDigitsAndFormulasTheirLastValue() throws IOException {
        byte[] xlsx = workbook(sheet -> {
            sheet.value(0, 0, "说明：第二行起填写");
            List<String> headings = List.of("姓名", "手机", "工号", "部门");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(1, i, headings.get(i));
            }
            sheet.value(2, 0, "张三");
            sheet.value(2, 1, 13_800_138_000L);
            sheet.value(2, 2, 7);
            sheet.style(2, 2).format("0000").set();
            sheet.value(2, 3, "研发；测试");
            sheet.value(4, 0, "李四");
            sheet.value(4, 1, 1.3800138001E10);
        });
        ImportPlan plan = ImportPlan.of(Spreadsheets.read(xlsx), "桥公司", List.of());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.additions())
                .extracting(PersonRow::row, PersonRow::phone, PersonRow::number)
                .containsExactly(tuple(3, "+8613800138000", "0007"), tuple(5, "+8613800138001", ""));
        assertThat(plan.additions().getFirst().departments()).containsExactly(List.of("研发"), List.of("测试"));
    }

    @Test
    void aNumberWithABillionDigitsIsAnErrorAndNotAText() {
        assertThat(XlsxReader.number(new BigDecimal("1E999999999"), null)).isEqualTo(Table.ERROR);
        assertThat(XlsxReader.number(new BigDecimal("1E-999999999"), null)).isEqualTo(Table.ERROR);
        assertThat(XlsxReader.number(new BigDecimal("1.38E10"), null)).isEqualTo("13800000000");
    }

    @Test
    void brokenFilesAreRefusedWithAReason() throws IOException {
        refused(new byte[0], "empty_file");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "old_excel_or_protected");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "unreadable_file");
        refused(new byte[] {(byte) 0xFF, 'a', (byte) 0xFF}, "unknown_encoding");
        refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "no_header");
        refused("姓名,手机\n".getBytes(StandardCharsets.UTF_8), "no_rows");
        refused(("姓名,手机\n" + "a,1\n".repeat(Table.ROWS_MAX + 1)).getBytes(StandardCharsets.UTF_8), "too_many_rows");
        refused(zip("x.txt", "hello".getBytes(StandardCharsets.UTF_8)), "unreadable_file");
    }

    @Test
    void bombsAndEntitiesAreRefused() throws IOException {
        refused(zip("xl/worksheets/sheet1.xml", new byte[60 << 20]), "suspicious_archive");
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        refused(zip("xl/sharedStrings.xml", xxe.getBytes(StandardCharsets.UTF_8)), "suspicious_archive");
        refused(zip("xl/sharedStrings.xml", xxe.getBytes(StandardCharsets.UTF_16)), "suspicious_archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\tx", "\rx", "\nx", "＝1+1", "＠a", "=cmd|' /C calc'!A0"})
    void whatLooksLikeAFormulaIsGuardedAndComesBackUnchanged(String text) {
        assertThat(CellGuard.guard(text)).isEqualTo("'" + text);
        assertThat(CellGuard.unguard(CellGuard.guard(text))).isEqualTo(text);
        assertThat(CellGuard.guard("张三")).isEqualTo("张三");
    }

    private static Roster.Entry entry(
            long id, String number, @Nullable String phone, @Nullable String email, boolean changeable) {
        return new Roster.Entry(
                id, new NewMember("旧", "", number, phone, email, "旧职务", "", List.of(), MemberState.ACTIVE), changeable);
    }

    private static PersonRow onlyRow(byte[] bytes) {
        ImportPlan plan = ImportPlan.of(Spreadsheets.read(bytes), "桥公司", List.of());
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.additions()).hasSize(1);
        return plan.additions().getFirst();
    }

    private static ImportPlan plan(String csv) {
        return ImportPlan.of(Spreadsheets.read(csv.getBytes(GB18030)), "桥公司", List.of());
    }

    private static void refused(byte[] bytes, String code) {
        assertThatThrownBy(() -> ImportPlan.of(Spreadsheets.read(bytes), "桥公司", List.of()))
                .hasMessage("directoryimport." + code);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "test", "1.0");
        filling.fill(workbook.newWorksheet("成员"));
        workbook.finish();
        return out.toByteArray();
    }
}
