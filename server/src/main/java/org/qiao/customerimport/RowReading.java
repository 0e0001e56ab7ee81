package org.qiao.customerimport;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Login;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.Customers;
import org.qiao.customerimport.ImportedRow.Person;
import org.qiao.customerimport.RowFault.Code;
import org.qiao.customerprofile.ImportedProfiles.KnownStage;
import org.qiao.directoryimport.Sheets;
import org.qiao.followup.ImportedFollowUps;
import org.qiao.form.Field;
import org.qiao.form.FieldKind;
import org.qiao.form.FormCheck;
import org.qiao.form.FormValues;
import org.qiao.naming.PlainText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one row and says everything that is wrong with it: pure. */
final class RowReading {

    private static final int PHONES_MAX = 5;
    private static final int TAGS_MAX = 20;
    private static final int TAG_NAMES_LENGTH = 30;
    private static final int REMARK_MAX = 30;
    private static final int COMPANY_MAX = 60;
    private static final int DESCRIPTION_MAX = 500;
    private static final int REASON_MAX = 200;
    private static final int SHOWN = 100;

    static final Pattern SEVERAL = Pattern.compile("[;；,，、\\r\\n]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9 ()./-]{3,30}");
    /** What spreadsheet programs make of a long number: 1.38E+10. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,3}");

    private final SheetHead head;
    private final Sheets.Row row;
    private final Meanings meanings;
    private final List<RowFault> faults = new ArrayList<>();

    private RowReading(SheetHead head, Sheets.Row row, Meanings meanings) {
        this.head = head;
        this.row = row;
        this.meanings = meanings;
    }

    /** @param faults none: it may be written */
    record Read(int number, ImportedRow row, List<RowFault> faults) {

        Read {
            faults = List.copyOf(faults);
        }

        Read with(RowFault fault) {
            List<RowFault> more = new ArrayList<>(faults);
            more.add(fault);
            return new Read(number, row, more);
        }
    }

    static Read read(SheetHead head, Sheets.Row row, Meanings meanings) {
        RowReading reading = new RowReading(head, row, meanings);
        ImportedRow read = reading.read();
        return new Read(row.number(), read, reading.faults);
    }

    private ImportedRow read() {
        String remark = line(SheetColumn.REMARK, REMARK_MAX);
        String description = text(SheetColumn.DESCRIPTION, DESCRIPTION_MAX);
        Person person = person(remark, description);
        int left = DESCRIPTION_MAX - person.email().length() - 1;
        if (!person.email().isEmpty() && length(description) > left) {
            faults.add(RowFault.of(SheetColumn.DESCRIPTION, Code.TOO_LONG, "max", left));
        }
        List<String> tagNames = tagNames();
        KnownStage stage = stage();
        String task = line(SheetColumn.TASK, ImportedFollowUps.TASK_MAX);
        Instant dueAt = dueAt();
        if (task.isEmpty() != head.text(row, SheetColumn.DUE).isEmpty()) {
            faults.add(RowFault.of(task.isEmpty() ? SheetColumn.TASK : SheetColumn.DUE, Code.TASK_INCOMPLETE));
        }
        return new ImportedRow(
                person,
                remark,
                description,
                member(),
                tagNames,
                tags(tagNames),
                stage == null ? null : stage.key(),
                reason(stage),
                text(SheetColumn.NOTE, ImportedFollowUps.NOTE_MAX),
                task,
                dueAt,
                attributes());
    }

    private Person person(String remark, String description) {
        String name = line(SheetColumn.NAME, Customers.NAME_MAX);
        if (name.isEmpty()) {
            refuse(SheetColumn.NAME, Code.MISSING);
        }
        List<Contact> contacts = new ArrayList<>();
        List<String> phones = phones(contacts);
        String email = email(contacts);
        String company = line(SheetColumn.COMPANY, COMPANY_MAX);
        if (contacts.isEmpty()) {
            contacts.add(Contact.row(name, company, remark, description, String.join(",", phones)));
        }
        return new Person(name, phones, email, company, contacts);
    }

    private String line(SheetColumn column, int most) {
        return bounded(column, PlainText.clean(head.text(row, column)), most);
    }

    private String text(SheetColumn column, int most) {
        String text = head.text(row, column)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return bounded(column, text, most);
    }

    private String bounded(SheetColumn column, String text, int most) {
        if (Sheets.isError(head.text(row, column))) {
            refuse(column, Code.ERROR_VALUE);
            return "";
        }
        if (length(text) > most) {
            faults.add(RowFault.of(column, Code.TOO_LONG, "max", most));
            return "";
        }
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void refuse(SheetColumn column, Code code) {
        if (faults.stream().noneMatch(fault -> fault.column().equals(column.id()))) {
            faults.add(RowFault.of(column, code));
        }
    }

    private List<String> phones(List<Contact> contacts) {
        Set<String> phones = new LinkedHashSet<>();
        for (String raw : parts(SheetColumn.PHONE)) {
            String phone = raw.replaceFirst("\\.0+$", "");
            if (SCIENTIFIC.matcher(phone).matches()) {
                refuse(SheetColumn.PHONE, Code.LOST_DIGITS);
            } else if (!PHONE.matcher(phone).matches()) {
                refuse(SheetColumn.PHONE, Code.BAD_PHONE);
            } else {
                phones.add(phone);
                Login.phone(phone)
                        .map(number -> new Contact(Contact.Kind.PHONE, number))
                        .filter(contact -> !contacts.contains(contact))
                        .ifPresent(contacts::add);
            }
        }
        if (phones.size() > PHONES_MAX) {
            faults.add(RowFault.of(SheetColumn.PHONE, Code.TOO_MANY, "max", PHONES_MAX));
            return List.of();
        }
        return List.copyOf(phones);
    }

    private List<String> parts(SheetColumn column) {
        String cell = head.text(row, column);
        if (Sheets.isError(cell)) {
            refuse(column, Code.ERROR_VALUE);
            return List.of();
        }
        return SEVERAL.splitAsStream(cell)
                .map(PlainText::clean)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private String email(List<Contact> contacts) {
        String raw = line(SheetColumn.EMAIL, Login.MAX_LENGTH);
        if (raw.isEmpty()) {
            return "";
        }
        Optional<CustomerKey> key = CustomerKey.email(raw);
        if (key.isEmpty()) {
            refuse(SheetColumn.EMAIL, Code.BAD_EMAIL);
            return "";
        }
        contacts.add(Contact.of(key.get()));
        return key.get().value();
    }

    private @Nullable Long member() {
        String text = line(SheetColumn.MEMBER, SHOWN);
        if (text.isEmpty()) {
            Long standard = meanings.people().standard();
            if (standard == null) {
                refuse(SheetColumn.MEMBER, Code.MEMBER_MISSING);
            }
            return standard;
        }
        Set<Long> found = meanings.people().find(text);
        if (found.size() != 1) {
            Code code = found.isEmpty() ? Code.NO_SUCH_MEMBER : Code.AMBIGUOUS_MEMBER;
            faults.add(RowFault.of(SheetColumn.MEMBER, code, "name", text));
            return null;
        }
        Long one = found.iterator().next();
        if (!meanings.people().eligible().contains(one)) {
            faults.add(RowFault.of(SheetColumn.MEMBER, Code.MEMBER_OUTSIDE, "name", text));
        }
        return one;
    }

    private List<String> tagNames() {
        List<String> names = parts(SheetColumn.TAGS);
        if (names.size() > TAGS_MAX) {
            faults.add(RowFault.of(SheetColumn.TAGS, Code.TOO_MANY, "max", TAGS_MAX));
            return List.of();
        }
        return names.stream()
                .map(name -> length(name) > TAG_NAMES_LENGTH ? cut(name, TAG_NAMES_LENGTH) : name)
                .toList();
    }

    static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private Set<Long> tags(List<String> names) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String name : names) {
            Long id = meanings.tags().get(name.toLowerCase(Locale.ROOT));
            if (id == null) {
                faults.add(RowFault.of(SheetColumn.TAGS, Code.NO_SUCH_TAG, "name", name));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private @Nullable KnownStage stage() {
        String text = line(SheetColumn.STAGE, SHOWN);
        if (text.isEmpty()) {
            return null;
        }
        KnownStage stage = meanings.stages().get(text.toLowerCase(Locale.ROOT));
        if (stage == null) {
            faults.add(RowFault.of(SheetColumn.STAGE, Code.NO_SUCH_STAGE, "name", text));
        }
        return stage;
    }

    private String reason(@Nullable KnownStage stage) {
        String reason = line(SheetColumn.REASON, REASON_MAX);
        boolean needed = stage != null && stage.needsReason();
        if (needed && reason.isEmpty()) {
            refuse(SheetColumn.REASON, Code.REASON_MISSING);
        }
        return needed ? reason : "";
    }

    private @Nullable Instant dueAt() {
        String text = line(SheetColumn.DUE, SHOWN);
        if (text.isEmpty()) {
            return null;
        }
        Instant now = meanings.moment().now();
        Optional<Instant> due = SheetTimes.moment(text)
                .map(time -> time.atZone(meanings.moment().zone()).toInstant())
                .filter(at -> at.isAfter(now) && at.isBefore(now.plus(ImportedFollowUps.FURTHEST)));
        if (due.isEmpty()) {
            refuse(SheetColumn.DUE, Code.BAD_TIME);
        }
        return due.orElse(null);
    }

    private FormValues attributes() {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        head.attributes().forEach((place, field) -> {
            String text = SheetHead.text(row, place);
            if (Sheets.isError(text)) {
                faults.add(new RowFault(field.label(), Code.ERROR_VALUE, Map.of()));
            } else if (!PlainText.clean(text).isEmpty()) {
                value(values, field, PlainText.clean(text));
            }
        });
        if (values.isEmpty()) {
            return FormValues.EMPTY;
        }
        FormCheck check = meanings.judge().apply(FormValues.of(values));
        check.errors().forEach(error -> faults.add(new RowFault(label(error.field()), Code.BAD_ATTRIBUTE, Map.of())));
        return check.values();
    }

    private String label(String key) {
        return head.attributes().values().stream()
                .filter(field -> field.key().equals(key))
                .map(Field::label)
                .findFirst()
                .orElse(key);
    }

    private static void value(ObjectNode values, Field field, String text) {
        switch (field.kind()) {
            case FieldKind.Choice choice -> values.put(field.key(), option(choice.options(), text));
            case FieldKind.Choices choices -> {
                ArrayNode chosen = values.putArray(field.key());
                SEVERAL.splitAsStream(text)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .forEach(part -> chosen.add(option(choices.options(), part)));
            }
            case FieldKind.Date date -> values.put(field.key(), time(date, text));
            default -> values.put(field.key(), text);
        }
    }

    /** Its id; what is no option stays as it is, and the form refuses it. */
    private static String option(List<FieldKind.Option> options, String text) {
        return options.stream()
                .filter(option ->
                        option.label().equalsIgnoreCase(text) || option.id().equals(text))
                .map(FieldKind.Option::id)
                .findFirst()
                .orElse(text);
    }

    private static String time(FieldKind.Date date, String text) {
        Optional<LocalDateTime> moment = SheetTimes.moment(text);
        return date.fineness() == FieldKind.Precision.DAY
                ? moment.map(time -> time.toLocalDate().toString()).orElse(text)
                : moment.map(Objects::toString).orElse(text);
    }
}
