package org.qiao.approvaltemplate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FieldKind.Reset;
import org.qiao.form.FieldKind.Serial;
import org.qiao.form.SerialText;

/**
 * What a template permits besides form and route.
 *
 * @param mayRevoke the applicant may take his application back while it runs
 * @param mayUndo what was agreed may be revoked by a new run
 * @param comments who may comment, of those who may read
 * @param summary keys of the fields that cards and lists show
 * @param administratorId who is asked when nobody is found; null: the company's owner
 */
public record TemplateSettings(
        boolean mayRevoke,
        boolean mayUndo,
        @NotNull Comments comments,
        @NotNull @Valid Numbering numbering,
        @NotNull @Size(max = 3) List<@NotNull @Size(max = 80) String> summary,
        @Nullable Long administratorId) {

    public TemplateSettings {
        summary = summary == null ? List.of() : List.copyOf(summary);
    }

    /** Those who are asked are the approvers; readers are also the applicant and who was told. */
    public enum Comments {
        READERS,
        ASKED,
        NOBODY
    }

    /**
     * Numbers of applications: prefix, period, running number.
     *
     * @param prefix unique among the company's templates
     * @param digits leading zeros up to so many
     */
    public record Numbering(
            @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,16}") String prefix,
            @NotNull Reset period,
            @Min(1) @Max(10) int digits) {

        String period(LocalDate day) {
            return SerialText.period(period, day);
        }

        String text(String within, long number) {
            return SerialText.of(new Serial(prefix, digits, period), within, number);
        }
    }
}
