package org.qiao.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What conditions are held against: the values of a form, and facts about the applicant under names of their own. */
@FunctionalInterface
public interface Facts {

    Facts NONE = subject -> Optional.empty();

    /** @param subject the key of a field, {@code table.column} for the total of a column, or {@code applicant.department} and its like */
    Optional<Fact> find(String subject);

    /** Facts of both; these come first. */
    default Facts and(Facts others) {
        return subject -> find(subject).or(() -> others.find(subject));
    }

    /** One value in the two shapes that can be compared. */
    sealed interface Fact {

        /** Numbers, amounts, lengths; dates as days since 1970-01-01. */
        record Quantity(BigDecimal value) implements Fact {}

        /** Texts, ids of options, members and departments; more than one for multiple choices. */
        record Words(Set<String> values) implements Fact {

            public Words {
                values = Set.copyOf(values);
            }
        }
    }
}
