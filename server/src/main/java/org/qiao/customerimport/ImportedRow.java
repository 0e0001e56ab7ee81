package org.qiao.customerimport;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FormValues;

/**
 * A row as it shall be written.
 *
 * @param phones as they are written; those that are whole numbers are contacts, too
 * @param memberId who serves him; null: that is what is wrong with it
 * @param stage key; null: none was given
 * @param task empty: none
 */
record ImportedRow(
        Person person,
        String remark,
        String description,
        @Nullable Long memberId,
        List<String> tagNames,
        Set<Long> tags,
        @Nullable String stage,
        String reason,
        String note,
        String task,
        @Nullable Instant dueAt,
        FormValues attributes) {

    ImportedRow {
        tagNames = List.copyOf(tagNames);
        tags = Set.copyOf(tags);
    }

    /**
     * Who it is.
     *
     * @param email empty: none
     * @param contacts by which he is known again
     */
    record Person(String name, List<String> phones, String email, String company, List<Contact> contacts) {

        Person {
            phones = List.copyOf(phones);
            contacts = List.copyOf(contacts);
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    /** What is shown to the employee beside his own words; an address has no place of its own. */
    String wholeDescription() {
        String email = person.email();
        return email.isEmpty() || description.contains(email)
                ? description
                : description.isEmpty() ? email : description + "\n" + email;
    }

    @Override
    public String toString() {
        return "ImportedRow";
    }
}
