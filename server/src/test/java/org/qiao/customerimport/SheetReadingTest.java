package org.qiao.customerimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.customerimport.Meanings.Moment;
import org.qiao.customerimport.Meanings.People;
import org.qiao.customerimport.RowFault.Code;
import org.qiao.customerimport.RowReading.Read;
import org.qiao.customerprofile.ImportedProfiles.KnownStage;
import org.qiao.directoryimport.Sheets;
import org.qiao.form.Field;
import org.qiao.form.FieldKind;
import org.qiao.form.FormCheck;
import org.qiao.platform.Problem;

/** What a sheet says, and everything that is wrong with it. */
class SheetReadingTest {

    private static final Field SIZE = Field.of("size", "规模", new FieldKind.Numeric(null, null, null, null));
    private static final Field SORT = Field.of(
            "sort",
            "类型",
            new FieldKind.Choice(List.of(new FieldKind.Option("a", "个人"), new FieldKind.Option("b", "企业"))));

    private static Sheets.Row row(int number, String... cells) {
        return new Sheets.Row(number, List.of(cells));
    }

    private static Meanings meanings(Long standard) {
        People.Building people = new People.Building();
        people.add(7, "李雷", List.of("A01", "+8613800138000"));
        people.add(8, "韩梅", List.of());
        people.add(9, "韩梅", List.of());
        people.add(10, "外人", List.of());
        return new Meanings(
                people.build(Set.of(7L, 8L, 9L), standard),
                Map.of("展会", 3L),
                Map.of("有意向", new KnownStage("intent", false), "已流失", new KnownStage("lost", true)),
                values -> new FormCheck(values, List.of()),
                new Moment(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC));
    }

    private static List<Read> read(Long standard, String[]... lines) {
        List<Sheets.Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            rows.add(row(i + 1, lines[i]));
        }
        SheetHead head = SheetPlan.head(rows, List.of(SIZE, SORT));
        return SheetPlan.read(SheetPlan.lines(rows, head), head, meanings(standard));
    }

    private static String[] cells(String... cells) {
        return cells;
    }

    private static List<Code> codes(Read read) {
        return read.faults().stream().map(RowFault::code).toList();
    }

    @Test
    void aGoodRowSaysWhoItIsAndWhatIsKnown() {
        Read read = read(
                        null,
                        cells("填写说明"),
                        cells("姓名 *", "手机", "邮箱", "公司", "标签", "跟进人", "阶段", "下次跟进", "下次跟进时间", "规模", "类型", "谁知道"),
                        cells(
                                "张女士",
                                "138 0013 8000;010-8888 0000",
                                "Zhang@Example.com",
                                "茶厂",
                                "展会",
                                "a01",
                                "有意向",
                                "回电",
                                "2026-12-01 10:30",
                                "20",
                                "企业",
                                "x"))
                .getFirst();

        assertThat(read.faults()).isEmpty();
        ImportedRow row = read.row();
        assertThat(row.person().phones()).containsExactly("138 0013 8000", "010-8888 0000");
        assertThat(row.person().contacts())
                .containsExactly(
                        new Contact(Contact.Kind.PHONE, "+8613800138000"),
                        new Contact(Contact.Kind.EMAIL, "zhang@example.com"));
        assertThat(row.memberId()).isEqualTo(7);
        assertThat(row.tags()).containsExactly(3L);
        assertThat(row.stage()).isEqualTo("intent");
        assertThat(row.dueAt()).isEqualTo(Instant.parse("2026-12-01T10:30:00Z"));
        assertThat(row.attributes().json().toString()).isEqualTo("{\"size\":\"20\",\"sort\":\"b\"}");
        assertThat(row.wholeDescription()).isEqualTo("zhang@example.com");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String[] head = cells("姓名", "电话", "邮箱", "标签", "跟进人", "阶段", "流失原因", "下次跟进", "下次跟进时间");
        List<Read> read = read(
                null,
                head,
                cells("", "abc", "zhang@", "没有的", "没有人", "没有的", "", "回电", ""),
                cells("甲", "1.38E+10", "", "", "韩梅", "已流失", "", "", ""),
                cells("乙" + "长".repeat(30), "", "", "", "外人", "", "", "回电", "2020-01-01"),
                cells("丙", "", "", "", "", "", "", "", "\u0000error"));

        assertThat(codes(read.get(0)))
                .containsExactlyInAnyOrder(
                        Code.MISSING,
                        Code.BAD_PHONE,
                        Code.BAD_EMAIL,
                        Code.NO_SUCH_TAG,
                        Code.NO_SUCH_MEMBER,
                        Code.NO_SUCH_STAGE,
                        Code.TASK_INCOMPLETE);
        assertThat(codes(read.get(1)))
                .containsExactlyInAnyOrder(Code.LOST_DIGITS, Code.AMBIGUOUS_MEMBER, Code.REASON_MISSING);
        assertThat(codes(read.get(2))).containsExactlyInAnyOrder(Code.TOO_LONG, Code.MEMBER_OUTSIDE, Code.BAD_TIME);
        assertThat(codes(read.get(3))).contains(Code.MEMBER_MISSING, Code.ERROR_VALUE);
    }

    @Test
    void whoStandsTwiceInASheetIsWrongTheSecondTimeAndKnownOnesAreMarked() {
        List<Read> read = read(
                7L,
                cells("name", "phone", "company"),
                cells("A", "13800138001", ""),
                cells("B", "+86 138-0013-8001", ""),
                cells("C", "", "X"),
                cells("c", "", "x"),
                cells("D", "13800138002", ""));

        assertThat(read.get(1).faults()).containsExactly(new RowFault("", Code.REPEATED, Map.of("row", 2)));
        assertThat(codes(read.get(3)))
                .as("without an address the whole row counts")
                .containsExactly(Code.REPEATED);
        Contact known = new Contact(Contact.Kind.PHONE, "+8613800138002");
        assertThat(SheetPlan.rows(read, Map.of(known, 99L)).stream().map(ImportRowStore.Row::state))
                .containsExactly(RowState.READY, RowState.BAD, RowState.READY, RowState.BAD, RowState.KNOWN);
    }

    @Test
    void aSheetNeedsANameAndSomethingElse() {
        assertThat(SheetHead.isHead(Arrays.asList("姓名", "随便"))).isFalse();
        assertThatThrownBy(() -> read(null, cells("什么"), cells("x")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("customerimport.no_header"));
        assertThatThrownBy(() -> read(null, cells("姓名", "电话")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("customerimport.no_rows"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-12-01T09:00",
        "2026/1/5 8:05, 2026-01-05T08:05",
        "2026年3月9日, 2026-03-09T09:00",
        "46357, 2026-12-01T09:00",
        "46357.4375, 2026-12-01T10:30",
        "2026-13-01, ''",
        "明天, ''",
        "1E999999999, ''"
    })
    void timesAreReadAsPeopleAndSpreadsheetsWriteThem(String text, String time) {
        assertThat(SheetTimes.moment(text))
                .isEqualTo(time.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(time)));
    }
}
