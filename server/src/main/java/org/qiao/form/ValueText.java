package org.qiao.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldKind.Length;
import org.qiao.form.FieldKind.Option;
import org.qiao.form.FieldKind.Precision;
import org.qiao.platform.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One value in words of one language. */
final class ValueText {

    private final ResourceBundle words;
    private final boolean chinese;
    private final FormNames names;

    ValueText(Locale locale, FormNames names) {
        this.chinese = Texts.isChinese(locale);
        this.names = names;
        this.words = Texts.bundle("org.qiao.form.messages", chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    String word(String key) {
        return words.getString(key);
    }

    /** Of every kind but tables and notes. */
    String of(FieldKind kind, JsonNode value) {
        return switch (kind) {
            case FieldKind.Numeric number -> unit(value.asString(), number.unit());
            case FieldKind.Amount amount -> money(value.asString(), amount.code(), amount.capitals());
            case FieldKind.Formula formula ->
                formula.currency() == null
                        ? unit(value.asString(), formula.unit())
                        : money(value.asString(), formula.currency(), formula.capitals());
            case FieldKind.Choice choice -> label(choice.options(), value.asString());
            case FieldKind.Choices choices -> list(value, each -> label(choices.options(), each.asString()));
            case FieldKind.Date date -> date(value.asString(), date.fineness());
            case FieldKind.DateRange range -> range(value, range);
            case FieldKind.Member _ -> list(value, each -> name(names.members(), each));
            case FieldKind.Department _ -> list(value, each -> name(names.departments(), each));
            case FieldKind.Attachment _, FieldKind.Photo _ -> list(value, this::fileName);
            case FieldKind.Signature _ -> word("signed");
            case FieldKind.Approval _ -> list(value, each -> name(names.approvals(), each));
            case FieldKind.Location _ -> place(value);
            case FieldKind.Rating rating -> value.asInt() + "/" + rating.most();
            case FieldKind.External _ -> external(value);
            case FieldKind.Table _, FieldKind.Note _ -> "";
            case FieldKind.Text _, FieldKind.LongText _, FieldKind.Phone _, FieldKind.IdNumber _, FieldKind.Serial _ ->
                value.asString();
        };
    }

    /** Sums of a column, as its cells are written. */
    String total(FieldKind kind, BigDecimal sum) {
        String currency =
                switch (kind) {
                    case FieldKind.Amount amount -> amount.code();
                    case FieldKind.Formula formula -> formula.currency();
                    default -> null;
                };
        String text = currency == null
                ? Decimals.plain(sum)
                : sum.setScale(Money.places(currency).orElse(2), RoundingMode.HALF_UP)
                        .toPlainString();
        return of(kind, JsonNodeFactory.instance.stringNode(text));
    }

    private String list(JsonNode values, Function<JsonNode, String> word) {
        StringJoiner joined = new StringJoiner(chinese ? "、" : ", ");
        values.forEach(each -> joined.add(word.apply(each)));
        return joined.toString();
    }

    private static String name(Map<Long, String> known, JsonNode id) {
        return known.getOrDefault(id.asLong(), "#" + id.asLong());
    }

    private String fileName(JsonNode id) {
        return names.files().containsKey(id.asLong())
                ? names.files().get(id.asLong()).name()
                : "#" + id.asLong();
    }

    private static String label(List<Option> options, String id) {
        return options.stream()
                .filter(option -> option.id().equals(id))
                .map(Option::label)
                .findFirst()
                .orElse(id);
    }

    private String unit(String number, @Nullable String unit) {
        return unit == null || unit.isEmpty() ? number : number + (chinese ? unit : " " + unit);
    }

    private String money(String number, String currency, boolean capitals) {
        String shown = (currency.equals(Money.CNY) ? "¥" : currency + " ") + grouped(number);
        return capitals && currency.equals(Money.CNY)
                ? shown + (chinese ? "（" : " (") + ChineseAmount.of(new BigDecimal(number)) + (chinese ? "）" : ")")
                : shown;
    }

    private static String grouped(String number) {
        int point = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        StringBuilder text = new StringBuilder(number);
        int first = number.startsWith("-") ? 1 : 0;
        for (int i = point - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    private String date(String value, Precision precision) {
        return switch (precision) {
            case DAY -> value;
            case HALF_DAY -> value.substring(0, 11) + word(value.endsWith("AM") ? "morning" : "afternoon");
            case MINUTE -> value.replace('T', ' ');
        };
    }

    private String range(JsonNode value, FieldKind.DateRange range) {
        String span = date(ValueText.part(value, "from"), range.fineness()) + " – "
                + date(ValueText.part(value, "to"), range.fineness());
        String length = part(value, "length");
        Length counted = range.counted();
        String key = counted.name().toLowerCase(Locale.ROOT) + (length.equals("1") ? ".one" : "");
        return span + (chinese ? "（" : " (") + length + (chinese ? "" : " ") + word(key) + (chinese ? "）" : ")");
    }

    private static String part(JsonNode value, String name) {
        return ValueReader.text(value, name);
    }

    private static String place(JsonNode value) {
        String name = part(value, "name");
        return name.isEmpty() ? part(value, "lat") + ", " + part(value, "lng") : name;
    }

    private static String external(JsonNode value) {
        StringJoiner text = new StringJoiner(" ");
        for (String name : List.of("name", "company", "phone")) {
            if (!part(value, name).isEmpty()) {
                text.add(part(value, name));
            }
        }
        return text.toString();
    }
}
