package org.qiao.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldKind.Option;
import org.qiao.form.FieldKind.Precision;
import org.qiao.naming.PlainText;
import org.qiao.notice.Telephone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings one value into its one form, or says what is wrong with its shape. Knows nobody and no file. */
final class ValueReader {

    static final int LENGTH_MAX = 65_535;
    private static final int MEMBERS_MAX = 100;
    private static final int NAME_MAX = 50;
    private static final int COMPANY_MAX = 100;
    private static final int CLEANINGS_MAX = 4;

    private ValueReader() {}

    /**
     * One of both or neither: an empty value is no error.
     *
     * @param value null when empty or wrong
     */
    record Reading(@Nullable JsonNode value, @Nullable FieldError error) {

        static final Reading EMPTY = new Reading(null, null);

        static Reading of(JsonNode value) {
            return new Reading(value, null);
        }

        static Reading of(String text) {
            return new Reading(JsonNodeFactory.instance.stringNode(text), null);
        }
    }

    /** Of any kind but tables and computed ones, which have no value of their own. */
    static Reading read(Field field, @Nullable JsonNode raw) {
        if (raw == null || raw.isNull()) {
            return Reading.EMPTY;
        }
        return switch (field.kind()) {
            case FieldKind.Text text -> line(field, raw, text.most());
            case FieldKind.LongText text -> lines(field, raw, text.most());
            case FieldKind.Numeric number -> number(field, raw, number);
            case FieldKind.Amount amount -> amount(field, raw, amount);
            case FieldKind.Choice choice -> choice(field, raw, choice.options());
            case FieldKind.Choices choices -> choices(field, raw, choices.options());
            case FieldKind.Date date -> date(field, raw, date.fineness());
            case FieldKind.DateRange range -> range(field, raw, range.fineness());
            case FieldKind.Member member -> ids(field, raw, member.many() ? MEMBERS_MAX : 1);
            case FieldKind.Department department -> ids(field, raw, department.many() ? MEMBERS_MAX : 1);
            case FieldKind.Phone _ -> phone(field, raw);
            case FieldKind.IdNumber _ -> idNumber(field, raw);
            case FieldKind.Attachment files -> ids(field, raw, files.most());
            case FieldKind.Photo photos -> ids(field, raw, photos.most());
            case FieldKind.Approval _ -> ids(field, raw, FieldKind.Approval.MAX);
            case FieldKind.Location place -> PlaceReader.read(field, raw, place);
            case FieldKind.Rating rating -> rating(field, raw, rating.most());
            case FieldKind.Signature _ -> id(field, raw);
            case FieldKind.External _ -> external(field, raw);
            case FieldKind.Table _, FieldKind.Note _, FieldKind.Formula _, FieldKind.Serial _ -> Reading.EMPTY;
        };
    }

    static Reading wrong(Field field, FieldFault fault) {
        return new Reading(null, FieldError.of(field.key(), fault));
    }

    static Reading wrong(Field field, FieldFault fault, String name, Object value) {
        return new Reading(null, FieldError.of(field.key(), fault, name, value));
    }

    /** Taking out invisible characters can leave something to compose, so it is done until nothing changes. */
    static String cleanLine(String raw) {
        String text = raw;
        for (int i = 0; i < CLEANINGS_MAX; i++) {
            String next = PlainText.clean(text);
            if (next.equals(text)) {
                return text;
            }
            text = next;
        }
        return text;
    }

    private static Reading line(Field field, JsonNode raw, int most) {
        return raw.isString()
                ? bounded(field, raw.stringValue(), cleanLine(raw.stringValue()), most)
                : wrong(field, FieldFault.BAD_TYPE);
    }

    private static Reading lines(Field field, JsonNode raw, int most) {
        if (!raw.isString()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        String text = Normalizer.normalize(raw.stringValue(), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return bounded(field, raw.stringValue(), Normalizer.normalize(text, Normalizer.Form.NFC), most);
    }

    private static Reading bounded(Field field, String raw, String text, int most) {
        if (!SoundValues.isSound(raw)) {
            return wrong(field, FieldFault.BAD_TEXT);
        }
        if (text.length() > most) {
            return wrong(field, FieldFault.TOO_LONG, "max", most);
        }
        return text.isEmpty() ? Reading.EMPTY : Reading.of(text);
    }

    private static Reading number(Field field, JsonNode raw, FieldKind.Numeric number) {
        return decimal(field, raw, number.scale(), number.min(), number.max());
    }

    private static Reading amount(Field field, JsonNode raw, FieldKind.Amount amount) {
        int places = Money.places(amount.code()).orElse(2);
        Reading read = decimal(field, raw, places, amount.min(), amount.max());
        if (read.value() == null) {
            return read;
        }
        BigDecimal value = new BigDecimal(read.value().stringValue());
        return Reading.of(value.setScale(places, RoundingMode.UNNECESSARY).toPlainString());
    }

    private static Reading decimal(Field field, JsonNode raw, int places, @Nullable String min, @Nullable String max) {
        if (!raw.isString()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        String text = raw.stringValue().strip();
        if (text.isEmpty()) {
            return Reading.EMPTY;
        }
        Optional<BigDecimal> read = Decimals.read(text);
        if (read.isEmpty()) {
            return wrong(field, FieldFault.NOT_A_NUMBER);
        }
        String plain = Decimals.plain(read.get());
        BigDecimal number = new BigDecimal(plain);
        if (number.scale() > places) {
            return wrong(field, FieldFault.TOO_MANY_DECIMALS, "max", places);
        }
        if (min != null && number.compareTo(new BigDecimal(min)) < 0) {
            return wrong(field, FieldFault.TOO_SMALL, "min", min);
        }
        if (max != null && number.compareTo(new BigDecimal(max)) > 0) {
            return wrong(field, FieldFault.TOO_LARGE, "max", max);
        }
        return Reading.of(plain);
    }

    private static Set<String> known(List<Option> options) {
        return options.stream().map(Option::id).collect(Collectors.toSet());
    }

    private static Reading choice(Field field, JsonNode raw, List<Option> options) {
        if (!raw.isString()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        String id = raw.stringValue();
        if (id.isEmpty()) {
            return Reading.EMPTY;
        }
        return known(options).contains(id) ? Reading.of(id) : wrong(field, FieldFault.UNKNOWN_OPTION);
    }

    /** In the order of the options, none twice. */
    private static Reading choices(Field field, JsonNode raw, List<Option> options) {
        if (!(raw instanceof ArrayNode list)) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (JsonNode each : list) {
            if (!each.isString()) {
                return wrong(field, FieldFault.BAD_TYPE);
            }
            chosen.add(each.stringValue());
        }
        if (!known(options).containsAll(chosen)) {
            return wrong(field, FieldFault.UNKNOWN_OPTION);
        }
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        options.stream().map(Option::id).filter(chosen::contains).forEach(ids::add);
        return ids.isEmpty() ? Reading.EMPTY : Reading.of(ids);
    }

    private static Reading date(Field field, JsonNode raw, Precision precision) {
        if (!raw.isString()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        if (raw.stringValue().isEmpty()) {
            return Reading.EMPTY;
        }
        return DateText.read(raw.stringValue(), precision)
                .map(time -> Reading.of(DateText.of(time, precision)))
                .orElseGet(() -> wrong(field, FieldFault.NOT_A_DATE));
    }

    /** Without its length, which is found later. */
    private static Reading range(Field field, JsonNode raw, Precision precision) {
        if (!raw.isObject()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        String from = text(raw, "from");
        String to = text(raw, "to");
        if (from.isEmpty() && to.isEmpty()) {
            return Reading.EMPTY;
        }
        Optional<LocalDateTime> start = DateText.read(from, precision);
        Optional<LocalDateTime> end = DateText.read(to, precision);
        if (start.isEmpty() || end.isEmpty()) {
            return wrong(field, FieldFault.NOT_A_DATE);
        }
        if (!DateText.isRange(start.get(), end.get(), precision)) {
            return wrong(field, FieldFault.BAD_RANGE);
        }
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        range.put("from", DateText.of(start.get(), precision));
        range.put("to", DateText.of(end.get(), precision));
        return Reading.of(range);
    }

    static String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    /** None twice, in the order given. A single id may stand alone. */
    private static Reading ids(Field field, JsonNode raw, int most) {
        if (raw.isIntegralNumber() && raw.canConvertToLong()) {
            return Reading.of(JsonNodeFactory.instance.arrayNode().add(idNode(raw.asLong())));
        }
        if (!(raw instanceof ArrayNode list)) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        Set<Long> found = new LinkedHashSet<>();
        for (JsonNode each : list) {
            if (!each.isIntegralNumber() || !each.canConvertToLong()) {
                return wrong(field, FieldFault.BAD_TYPE);
            }
            found.add(each.asLong());
        }
        if (found.size() > most) {
            return wrong(field, FieldFault.TOO_MANY, "max", most);
        }
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        found.forEach(id -> ids.add(idNode(id)));
        return ids.isEmpty() ? Reading.EMPTY : Reading.of(ids);
    }

    /** As a parser reads it, so that values that were stored are equal to those that were not. */
    static JsonNode idNode(long id) {
        return id == (int) id ? JsonNodeFactory.instance.numberNode((int) id) : JsonNodeFactory.instance.numberNode(id);
    }

    private static Reading id(Field field, JsonNode raw) {
        return raw.isIntegralNumber() && raw.canConvertToLong()
                ? Reading.of(idNode(raw.asLong()))
                : wrong(field, FieldFault.BAD_TYPE);
    }

    private static Reading rating(Field field, JsonNode raw, int most) {
        if (!raw.isIntegralNumber() || !raw.canConvertToInt()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        int stars = raw.asInt();
        if (stars < 1 || stars > most) {
            return wrong(field, FieldFault.TOO_LARGE, "max", most);
        }
        return Reading.of(JsonNodeFactory.instance.numberNode(stars));
    }

    private static Reading phone(Field field, JsonNode raw) {
        if (!raw.isString()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        if (raw.stringValue().isBlank()) {
            return Reading.EMPTY;
        }
        return Telephone.normal(raw.stringValue())
                .map(Reading::of)
                .orElseGet(() -> wrong(field, FieldFault.NOT_A_PHONE));
    }

    private static Reading idNumber(Field field, JsonNode raw) {
        if (!raw.isString()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        if (raw.stringValue().isBlank()) {
            return Reading.EMPTY;
        }
        return IdNumber.read(raw.stringValue())
                .map(Reading::of)
                .orElseGet(() -> wrong(field, FieldFault.NOT_AN_ID_NUMBER));
    }

    private static Reading external(Field field, JsonNode raw) {
        if (!raw.isObject()) {
            return wrong(field, FieldFault.BAD_TYPE);
        }
        String name = cleanLine(text(raw, "name"));
        String company = cleanLine(text(raw, "company"));
        String phone = text(raw, "phone");
        if (name.isEmpty() && company.isEmpty() && phone.isBlank()) {
            return Reading.EMPTY;
        }
        if (name.isEmpty()) {
            return wrong(field, FieldFault.REQUIRED);
        }
        if (name.length() > NAME_MAX || company.length() > COMPANY_MAX) {
            return wrong(field, FieldFault.TOO_LONG, "max", name.length() > NAME_MAX ? NAME_MAX : COMPANY_MAX);
        }
        Optional<String> number = phone.isBlank() ? Optional.of("") : Telephone.normal(phone);
        if (number.isEmpty()) {
            return wrong(field, FieldFault.NOT_A_PHONE);
        }
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("name", name);
        person.put("company", company);
        person.put("phone", Objects.requireNonNull(number.get()));
        return Reading.of(person);
    }
}
