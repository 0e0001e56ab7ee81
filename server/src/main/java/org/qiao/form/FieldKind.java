package org.qiao.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field holds, with the options of its kind. What is null was not chosen; the accessors say what it means then. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FieldKind.Text.class, name = "TEXT"),
    @JsonSubTypes.Type(value = FieldKind.LongText.class, name = "LONG_TEXT"),
    @JsonSubTypes.Type(value = FieldKind.Numeric.class, name = "NUMBER"),
    @JsonSubTypes.Type(value = FieldKind.Amount.class, name = "AMOUNT"),
    @JsonSubTypes.Type(value = FieldKind.Choice.class, name = "CHOICE"),
    @JsonSubTypes.Type(value = FieldKind.Choices.class, name = "CHOICES"),
    @JsonSubTypes.Type(value = FieldKind.Date.class, name = "DATE"),
    @JsonSubTypes.Type(value = FieldKind.DateRange.class, name = "DATE_RANGE"),
    @JsonSubTypes.Type(value = FieldKind.Member.class, name = "MEMBER"),
    @JsonSubTypes.Type(value = FieldKind.Department.class, name = "DEPARTMENT"),
    @JsonSubTypes.Type(value = FieldKind.Phone.class, name = "PHONE"),
    @JsonSubTypes.Type(value = FieldKind.IdNumber.class, name = "ID_NUMBER"),
    @JsonSubTypes.Type(value = FieldKind.Attachment.class, name = "ATTACHMENT"),
    @JsonSubTypes.Type(value = FieldKind.Photo.class, name = "PHOTO"),
    @JsonSubTypes.Type(value = FieldKind.Table.class, name = "TABLE"),
    @JsonSubTypes.Type(value = FieldKind.Note.class, name = "NOTE"),
    @JsonSubTypes.Type(value = FieldKind.Formula.class, name = "FORMULA"),
    @JsonSubTypes.Type(value = FieldKind.Approval.class, name = "APPROVAL"),
    @JsonSubTypes.Type(value = FieldKind.Location.class, name = "LOCATION"),
    @JsonSubTypes.Type(value = FieldKind.Rating.class, name = "RATING"),
    @JsonSubTypes.Type(value = FieldKind.Signature.class, name = "SIGNATURE"),
    @JsonSubTypes.Type(value = FieldKind.Serial.class, name = "SERIAL"),
    @JsonSubTypes.Type(value = FieldKind.External.class, name = "EXTERNAL")
})
public sealed interface FieldKind {

    /** How fine a date is. */
    enum Precision {
        DAY,
        HALF_DAY,
        MINUTE
    }

    /** What the length of a range is counted in. */
    enum Length {
        DAYS,
        WORK_DAYS,
        HOURS
    }

    /** When serial numbers begin at one again. */
    enum Reset {
        NEVER,
        YEAR,
        MONTH,
        DAY
    }

    /** One answer of a choice; the id stays when the label is changed. */
    record Option(String id, String label) {}

    /** @param maxLength 200 unless chosen */
    record Text(@Nullable Integer maxLength) implements FieldKind {

        static final int STANDARD = 200;
        static final int MAX = 1_000;

        int most() {
            return maxLength == null ? STANDARD : maxLength;
        }
    }

    /** @param maxLength 5,000 unless chosen */
    record LongText(@Nullable Integer maxLength) implements FieldKind {

        static final int STANDARD = 5_000;

        int most() {
            return maxLength == null ? STANDARD : maxLength;
        }
    }

    /**
     * @param decimals places behind the point, up to {@value #DECIMALS_MAX} unless chosen
     * @param min a decimal string, included; as is {@code max}
     */
    record Numeric(
            @Nullable String unit,
            @Nullable Integer decimals,
            @Nullable String min,
            @Nullable String max) implements FieldKind {

        static final int DECIMALS_MAX = 10;

        int scale() {
            return decimals == null ? DECIMALS_MAX : decimals;
        }
    }

    /**
     * @param currency ISO code, CNY unless chosen
     * @param capitals shows the amount in Chinese capitals too
     */
    record Amount(
            @Nullable String currency,
            boolean capitals,
            @Nullable String min,
            @Nullable String max) implements FieldKind {

        public String code() {
            return currency == null ? Money.CNY : currency;
        }
    }

    record Choice(List<Option> options) implements FieldKind {

        public Choice {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    record Choices(List<Option> options) implements FieldKind {

        public Choices {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    record Date(@Nullable Precision precision) implements FieldKind {

        public Precision fineness() {
            return precision == null ? Precision.DAY : precision;
        }
    }

    record DateRange(
            @Nullable Precision precision, @Nullable Length length) implements FieldKind {

        public Precision fineness() {
            return precision == null ? Precision.DAY : precision;
        }

        public Length counted() {
            return length != null ? length : fineness() == Precision.MINUTE ? Length.HOURS : Length.DAYS;
        }
    }

    record Member(boolean many) implements FieldKind {}

    record Department(boolean many) implements FieldKind {}

    record Phone() implements FieldKind {}

    record IdNumber() implements FieldKind {}

    /** @param max 9 unless chosen */
    record Attachment(@Nullable Integer max) implements FieldKind {

        static final int MAX = 9;

        int most() {
            return max == null ? MAX : max;
        }
    }

    /** @param cameraOnly a wish to the client: a server cannot know where a picture comes from */
    record Photo(@Nullable Integer max, boolean cameraOnly) implements FieldKind {

        int most() {
            return max == null ? Attachment.MAX : max;
        }
    }

    /**
     * @param columns no table, note or serial number
     * @param totals keys of the columns that are summed up
     */
    record Table(List<Field> columns, List<String> totals) implements FieldKind {

        static final int ROWS_MAX = 100;

        public Table {
            columns = columns == null ? List.of() : List.copyOf(columns);
            totals = totals == null ? List.of() : List.copyOf(totals);
        }
    }

    /** A text in the form; has no value. */
    record Note(String text) implements FieldKind {}

    /**
     * Computed by the server, whatever was sent.
     *
     * @param decimals 2 unless chosen
     * @param currency makes it an amount
     */
    record Formula(
            String expression,
            @Nullable Integer decimals,
            @Nullable String unit,
            @Nullable String currency,
            boolean capitals)
            implements FieldKind {

        static final int DECIMALS_STANDARD = 2;

        int scale() {
            return decimals == null ? DECIMALS_STANDARD : decimals;
        }
    }

    /** @param templates ids of the templates whose approvals may be named; none: any */
    record Approval(List<Long> templates) implements FieldKind {

        static final int MAX = 20;

        public Approval {
            templates = templates == null ? List.of() : List.copyOf(templates);
        }
    }

    /** @param radiusMetres how far the chosen place may lie from where the device is; null: anywhere */
    record Location(@Nullable Integer radiusMetres) implements FieldKind {}

    /** @param max 5 unless chosen */
    record Rating(@Nullable Integer max) implements FieldKind {

        static final int STANDARD = 5;

        int most() {
            return max == null ? STANDARD : max;
        }
    }

    record Signature() implements FieldKind {}

    /** Given by the server when the form is submitted. */
    record Serial(
            @Nullable String prefix,
            @Nullable Integer digits,
            @Nullable Reset reset) implements FieldKind {

        static final int DIGITS_STANDARD = 4;

        int width() {
            return digits == null ? DIGITS_STANDARD : digits;
        }

        public Reset period() {
            return reset == null ? Reset.NEVER : reset;
        }
    }

    record External() implements FieldKind {}
}
