package org.qiao.directoryimport;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Login;
import org.qiao.directoryimport.RowProblem.Code;
import org.qiao.naming.PlainText;

/** Reads one row by the header and says everything that is wrong with it. Knows nothing of the company. */
final class RowReader {

    private static final int NAME_MAX = 64;
    private static final int TEXT_MAX = 100;
    private static final int DEPARTMENTS_MAX = 100;
    private static final int PATH_MAX = 14;
    private static final Set<String> YES = Set.of("是", "1", "true", "yes", "y", "√", "已禁用", "禁用", "disabled");
    /** What spreadsheet programs make of a long number: 1.38E+10. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,2}");

    private static final Pattern SEVERAL = Pattern.compile("[;；\\r\\n]+");
    private static final Pattern SEVERAL_DINGTALK = Pattern.compile("[;；,，\\r\\n]+");

    private final Header header;
    private final Table.Line line;
    private final String company;
    private final List<RowProblem> problems;

    private RowReader(Header header, Table.Line line, String company, List<RowProblem> problems) {
        this.header = header;
        this.line = line;
        this.company = company;
        this.problems = problems;
    }

    /**
     * Empty when the row has problems; they are added to the list.
     *
     * @param company a path may begin with it
     */
    static Optional<PersonRow> read(Header header, Table.Line line, String company, List<RowProblem> problems) {
        int before = problems.size();
        PersonRow row = new RowReader(header, line, company, problems).read();
        return problems.size() == before ? Optional.of(row) : Optional.empty();
    }

    private PersonRow read() {
        String name = text(Column.NAME, NAME_MAX);
        if (name.isEmpty()) {
            refuse(Column.NAME, Code.MISSING);
        }
        if (isYes(header.text(line, Column.DISABLED))) {
            refuse(Column.DISABLED, Code.DISABLED);
        }
        String number = text(Column.NUMBER, NAME_MAX);
        String account = text(Column.ACCOUNT, NAME_MAX);
        List<List<String>> departments = departments();
        return new PersonRow(
                line.number(),
                name,
                text(Column.ALIAS, NAME_MAX),
                number.isEmpty() ? account : number,
                phone(),
                email(),
                text(Column.TITLE, TEXT_MAX),
                text(Column.WORK_PLACE, TEXT_MAX),
                departments,
                leaders(departments.size()));
    }

    private String text(Column column, int most) {
        String raw = header.text(line, column);
        if (raw.equals(Table.ERROR)) {
            refuse(column, Code.ERROR_VALUE);
            return "";
        }
        String text = PlainText.clean(raw);
        if (text.length() > most) {
            problems.add(RowProblem.of(line.number(), column, Code.TOO_LONG, "max", most));
            return "";
        }
        return text;
    }

    private @Nullable String phone() {
        String raw = text(Column.PHONE, TEXT_MAX).replaceFirst("\\.0+$", "");
        if (SCIENTIFIC.matcher(raw).matches()) {
            refuse(Column.PHONE, Code.LOST_DIGITS);
            return null;
        }
        return parsed(Column.PHONE, raw, Login::phone, Code.BAD_PHONE);
    }

    private @Nullable String email() {
        String raw = text(Column.EMAIL, Login.MAX_LENGTH);
        String given = raw.isEmpty() ? text(Column.OTHER_EMAIL, Login.MAX_LENGTH) : raw;
        return parsed(Column.EMAIL, given, Login::email, Code.BAD_EMAIL);
    }

    private @Nullable String parsed(Column column, String raw, Function<String, Optional<String>> parse, Code code) {
        if (raw.isEmpty()) {
            return null;
        }
        Optional<String> value = parse.apply(raw);
        if (value.isEmpty()) {
            refuse(column, code);
        }
        return value.orElse(null);
    }

    private List<List<String>> departments() {
        String cell = header.text(line, Column.DEPARTMENT);
        if (cell.equals(Table.ERROR)) {
            refuse(Column.DEPARTMENT, Code.ERROR_VALUE);
            return List.of();
        }
        Pattern several = header.dingTalk() ? SEVERAL_DINGTALK : SEVERAL;
        Set<List<String>> paths = new LinkedHashSet<>();
        for (String path : several.split(cell)) {
            if (!PlainText.clean(path).isEmpty()) {
                paths.add(path(path));
            }
        }
        if (paths.size() > DEPARTMENTS_MAX) {
            problems.add(RowProblem.of(line.number(), Column.DEPARTMENT, Code.TOO_MANY, "max", DEPARTMENTS_MAX));
            return List.of();
        }
        return List.copyOf(paths);
    }

    private List<String> path(String text) {
        boolean dashed = header.dingTalk() && text.indexOf('/') < 0;
        List<String> names = new ArrayList<>();
        for (String part : text.split(dashed ? "-" : "/", -1)) {
            String name = PlainText.clean(part);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        if (!names.isEmpty() && names.getFirst().equals(company)) {
            names.removeFirst();
        }
        if (names.stream().anyMatch(name -> name.length() > NAME_MAX || name.indexOf('/') >= 0)) {
            refuse(Column.DEPARTMENT, Code.BAD_DEPARTMENT);
        }
        if (names.size() > PATH_MAX) {
            problems.add(RowProblem.of(line.number(), Column.DEPARTMENT, Code.TOO_DEEP, "max", PATH_MAX));
        }
        return List.copyOf(names);
    }

    /** One value per department in their order; what is missing is no. */
    private List<Boolean> leaders(int departments) {
        String[] values = SEVERAL_DINGTALK.split(header.text(line, Column.LEADER));
        List<Boolean> leaders = new ArrayList<>();
        for (int i = 0; i < departments; i++) {
            leaders.add(i < values.length && isYes(values[i]));
        }
        return leaders;
    }

    private void refuse(Column column, Code code) {
        problems.add(RowProblem.of(line.number(), column, code));
    }

    private static boolean isYes(String value) {
        return YES.contains(
                Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }
}
