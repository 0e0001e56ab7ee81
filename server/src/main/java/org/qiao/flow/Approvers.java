package org.qiao.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked or told. {@link People} finds them when a node is entered, in an order that means something. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Approvers.Members.class, name = "MEMBERS"),
    @JsonSubTypes.Type(value = Approvers.Superior.class, name = "SUPERIOR"),
    @JsonSubTypes.Type(value = Approvers.Chain.class, name = "CHAIN"),
    @JsonSubTypes.Type(value = Approvers.Head.class, name = "HEAD"),
    @JsonSubTypes.Type(value = Approvers.Role.class, name = "ROLE"),
    @JsonSubTypes.Type(value = Approvers.Chosen.class, name = "CHOSEN"),
    @JsonSubTypes.Type(value = Approvers.Field.class, name = "FIELD"),
    @JsonSubTypes.Type(value = Approvers.Applicant.class, name = "APPLICANT")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Approvers {

    int MAX_PEOPLE = 100;
    int MAX_LEVEL = 20;

    record Members(@NotNull @Size(max = MAX_PEOPLE) List<@NotNull Long> ids) implements Approvers {

        public Members {
            ids = ids == null ? List.of() : List.copyOf(ids);
        }
    }

    /**
     * The applicant's superior.
     *
     * @param level 1 is the direct one
     * @param orHigher when there is none of that level, the next higher one who exists
     */
    record Superior(@Min(1) @Max(MAX_LEVEL) int level, boolean orHigher) implements Approvers {}

    /** The applicant's superiors up to a level, lowest first; always asked in turn. */
    record Chain(@Min(1) @Max(MAX_LEVEL) int levels) implements Approvers {}

    /**
     * The heads of a department.
     *
     * @param field a department field; without it the applicant's department
     * @param level 1 is that department, 2 the one above it
     */
    record Head(
            @Size(max = 80) @Nullable String field,
            @Min(1) @Max(MAX_LEVEL) int level) implements Approvers {}

    /** @param nearest only those who hold it nearest in the applicant's chain of departments; else in the whole company */
    record Role(long id, boolean nearest) implements Approvers {}

    /** Whom the applicant chooses at submission. @param range empty means everybody */
    record Chosen(
            @NotNull Range range, @Min(1) @Max(MAX_PEOPLE) int most) implements Approvers {

        public Chosen {
            range = range == null ? Range.EVERYBODY : range;
        }
    }

    /** Members, whole departments and holders of roles that may be chosen from. */
    record Range(
            @Size(max = 500) List<@NotNull Long> members,
            @Size(max = 100) List<@NotNull Long> departments,
            @Size(max = 50) List<@NotNull Long> roles) {

        public static final Range EVERYBODY = new Range(List.of(), List.of(), List.of());

        public Range {
            members = members == null ? List.of() : List.copyOf(members);
            departments = departments == null ? List.of() : List.copyOf(departments);
            roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    /** Whoever stands in a member field. */
    record Field(@NotNull @Size(min = 1, max = 80) String key) implements Approvers {}

    /** The applicant, who is then always asked. */
    record Applicant() implements Approvers {}
}
