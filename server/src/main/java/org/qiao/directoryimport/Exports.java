package org.qiao.directoryimport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.NewMember;
import org.qiao.directory.Orgs;
import org.qiao.directory.Post;
import org.qiao.directory.Roster;
import org.qiao.platform.Actor;
import org.qiao.platform.CellGuard;
import org.qiao.platform.Texts;
import org.springframework.stereotype.Service;

/** Writes all members with the columns that the import reads, row by row. */
@Service
class Exports {

    private static final List<String> HEADINGS_ZH = List.of("姓名", "工号", "别名", "职务", "部门", "部门负责人", "手机", "邮箱", "办公地点");
    private static final List<String> HEADINGS_EN = List.of(
            "Name",
            "Staff number",
            "Alias",
            "Title",
            "Department",
            "Department leader",
            "Mobile",
            "Email",
            "Work place");
    private static final String HINT_ZH =
            "必填：姓名，手机或邮箱至少一项。多个部门用 ; 分隔，上下级用 / 分隔，例如：研发部/后端组;项目部。部门负责人按部门顺序填写 是 或 否，用 ; 分隔。工号请设为文本格式。";
    private static final String HINT_EN =
            "Required: name, and mobile or e-mail. Separate departments by ; and levels by /, for example: R&D/Backend;Projects."
                    + " Department leader: yes or no for each department, separated by ;. Format staff numbers as text.";
    private static final String MAINLAND = "+86";
    private static final int FLUSH_ROWS = 1_000;

    private final Roster roster;
    private final Orgs orgs;

    Exports(Roster roster, Orgs orgs) {
        this.roster = roster;
        this.orgs = orgs;
    }

    /** Takes one row; may fail as writing may. */
    private interface RowSink {
        void write(List<String> cells) throws IOException;
    }

    /** Comma separated, UTF-8 with the mark by which Excel recognises it. */
    void csv(Actor actor, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        printer.printRecord(headings(actor));
        rows(actor, printer::printRecord);
        printer.flush();
    }

    void xlsx(Actor actor, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet(orgs.get(actor).name().replaceAll("[\\\\/*?:\\[\\]]", " "));
        write(sheet, 0, headings(actor));
        int[] row = {1};
        rows(actor, cells -> {
            write(sheet, row[0]++, cells);
            if (row[0] % FLUSH_ROWS == 0) {
                sheet.flush();
            }
        });
        workbook.finish();
    }

    void template(Actor actor, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Qiao", "1.0");
        Worksheet sheet = workbook.newWorksheet(Texts.in(actor.locale(), "成员", "Members"));
        sheet.value(0, 0, Texts.in(actor.locale(), HINT_ZH, HINT_EN));
        List<String> headings = headings(actor);
        write(sheet, 1, headings);
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, 20);
            sheet.style(column).format("@").set();
        }
        workbook.finish();
    }

    private void rows(Actor actor, RowSink sink) throws IOException {
        Map<Long, List<String>> paths = roster.paths(actor);
        String company = orgs.get(actor).name();
        boolean chinese = Texts.isChinese(actor.locale());
        try {
            roster.forEach(actor, entry -> {
                try {
                    sink.write(cells(entry.person(), paths, company, chinese));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static List<String> cells(NewMember person, Map<Long, List<String>> paths, String company, boolean chinese) {
        List<Post> posts = person.posts();
        String departments = posts.stream()
                .map(post -> path(paths.getOrDefault(post.id(), List.of()), company))
                .collect(Collectors.joining(";"));
        String leaders = posts.stream()
                .map(post -> post.leader() ? (chinese ? "是" : "yes") : (chinese ? "否" : "no"))
                .collect(Collectors.joining(";"));
        List<String> cells = new ArrayList<>(List.of(
                person.name(),
                person.number(),
                person.alias(),
                person.title(),
                departments,
                leaders,
                phone(person.phone()),
                text(person.email()),
                person.workPlace()));
        cells.replaceAll(CellGuard::guard);
        return cells;
    }

    private static String path(List<String> names, String company) {
        return names.isEmpty() ? company : String.join("/", names);
    }

    /** Domestic numbers as people write them; the plus sign of others is guarded like a formula. */
    private static String phone(@Nullable String number) {
        String plain = text(number);
        return plain.startsWith(MAINLAND) && plain.length() == 14 ? plain.substring(MAINLAND.length()) : plain;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }

    private static List<String> headings(Actor actor) {
        return Texts.in(actor.locale(), HEADINGS_ZH, HEADINGS_EN);
    }
}
