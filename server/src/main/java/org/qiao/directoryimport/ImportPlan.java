package org.qiao.directoryimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.MemberState;
import org.qiao.directory.NewMember;
import org.qiao.directory.Post;
import org.qiao.directory.Roster;
import org.qiao.directoryimport.RowProblem.Code;

/**
 * What a spreadsheet would do to a company: rows that make members, rows that change members, rows that cannot be taken.
 *
 * @param rows how many people the file names
 */
record ImportPlan(int rows, List<PersonRow> additions, List<Change> changes, List<RowProblem> problems) {

    /** A row that changes a member. */
    record Change(PersonRow row, Roster.Entry member) {}

    int good() {
        return additions.size() + changes.size();
    }

    int bad() {
        return rows - good();
    }

    Set<List<String>> paths() {
        Set<List<String>> paths = new HashSet<>();
        additions.forEach(row -> paths.addAll(row.departments()));
        changes.forEach(change -> paths.addAll(change.row().departments()));
        return paths;
    }

    static ImportPlan of(Table table, String company, Collection<Roster.Entry> members) {
        for (Table.Sheet sheet : table.sheets()) {
            Header header = Header.find(sheet).orElse(null);
            if (header != null) {
                return of(sheet, header, company, members);
            }
        }
        throw ImportProblem.NO_HEADER.problem();
    }

    private static ImportPlan of(Table.Sheet sheet, Header header, String company, Collection<Roster.Entry> members) {
        List<Table.Line> lines =
                sheet.lines().subList(header.line() + 1, sheet.lines().size());
        if (lines.isEmpty()) {
            throw ImportProblem.NO_ROWS.problem();
        }
        if (lines.size() > Table.ROWS_MAX) {
            throw ImportProblem.TOO_MANY_ROWS.problem("max", Table.ROWS_MAX);
        }
        Matching matching = new Matching(members);
        for (Table.Line line : lines) {
            RowReader.read(header, line, company, matching.problems).ifPresent(matching::take);
        }
        return new ImportPlan(lines.size(), matching.additions, matching.changes, matching.problems);
    }

    /** The member after the change: what the row leaves empty stays. */
    static NewMember merge(Change change, List<Post> posts) {
        PersonRow row = change.row();
        NewMember old = change.member().person();
        return new NewMember(
                row.name(),
                or(row.alias(), old.alias()),
                or(row.number(), old.number()),
                row.phone() == null ? old.phone() : row.phone(),
                row.email() == null ? old.email() : row.email(),
                or(row.title(), old.title()),
                or(row.workPlace(), old.workPlace()),
                row.departments().isEmpty() ? old.posts() : posts,
                old.state());
    }

    static NewMember person(PersonRow row, List<Post> posts) {
        return new NewMember(
                row.name(),
                row.alias(),
                row.number(),
                row.phone(),
                row.email(),
                row.title(),
                row.workPlace(),
                posts,
                MemberState.INVITED);
    }

    private static String or(String given, String known) {
        return given.isEmpty() ? known : given;
    }

    /** Finds each row's member: by number, else by phone, else by e-mail; and rows that name the same person twice. */
    private static final class Matching {

        private final Map<String, Roster.Entry> byNumber = new HashMap<>();
        private final Map<String, Roster.Entry> byPhone = new HashMap<>();
        private final Map<String, Roster.Entry> byEmail = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<Long, Integer> changed = new HashMap<>();
        private final List<PersonRow> additions = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();

        Matching(Collection<Roster.Entry> members) {
            for (Roster.Entry member : members) {
                NewMember person = member.person();
                put(byNumber, person.number(), member);
                put(byPhone, person.phone(), member);
                put(byEmail, person.email(), member);
            }
        }

        void take(PersonRow row) {
            int before = problems.size();
            once(row, Column.NUMBER, row.number());
            once(row, Column.PHONE, row.phone());
            once(row, Column.EMAIL, row.email());
            Roster.Entry member = match(row);
            if (problems.size() > before) {
                return;
            }
            if (member != null) {
                change(row, member);
            } else if (row.phone() == null && row.email() == null) {
                problems.add(RowProblem.of(row.row(), Column.PHONE, Code.CONTACT_MISSING));
            } else {
                additions.add(row);
            }
        }

        private void change(PersonRow row, Roster.Entry member) {
            Integer other = changed.putIfAbsent(member.id(), row.row());
            if (other != null) {
                problems.add(RowProblem.of(row.row(), Column.NAME, Code.DUPLICATE, "row", other));
            } else if (!member.changeable()) {
                problems.add(RowProblem.of(row.row(), Column.NAME, Code.NOT_ALLOWED));
            } else {
                changes.add(new Change(row, member));
            }
        }

        private void once(PersonRow row, Column column, @Nullable String value) {
            if (value == null || value.isEmpty()) {
                return;
            }
            Integer other = seen.putIfAbsent(column + ":" + value, row.row());
            if (other != null) {
                problems.add(RowProblem.of(row.row(), column, Code.DUPLICATE, "row", other));
            }
        }

        private Roster.@Nullable Entry match(PersonRow row) {
            Roster.Entry number = byNumber.get(row.number());
            Roster.Entry phone = row.phone() == null ? null : byPhone.get(row.phone());
            Roster.Entry email = row.email() == null ? null : byEmail.get(row.email());
            Roster.Entry member = number != null ? number : phone != null ? phone : email;
            taken(row, Column.PHONE, phone, member);
            taken(row, Column.EMAIL, email, member);
            return member;
        }

        private void taken(PersonRow row, Column column, Roster.@Nullable Entry holder, Roster.@Nullable Entry member) {
            if (holder != null && member != null && holder.id() != member.id()) {
                problems.add(RowProblem.of(row.row(), column, Code.TAKEN));
            }
        }

        private static void put(Map<String, Roster.Entry> index, @Nullable String key, Roster.Entry member) {
            if (key != null && !key.isEmpty()) {
                index.put(key, member);
            }
        }
    }
}
