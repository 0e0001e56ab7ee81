package org.qiao.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One employee and one customer.
 *
 * @param conversationId null for the moment until the thread is made
 * @param state the parameter of the code
 * @param wayId the code, of the module contactway
 * @param endReason null while it is open
 */
public record CustomerRelation(
        long id,
        long orgId,
        long customerId,
        long memberId,
        @Nullable Long conversationId,
        Remark remark,
        AddWay addWay,
        String state,
        @Nullable Long wayId,
        @Nullable RelationEnd endReason,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /**
     * What the employee wrote down for himself.
     *
     * @param text what he calls the customer; empty for the customer's own name
     */
    public record Remark(String text, String description, String company, List<String> phones) {

        public static final Remark NONE = new Remark("", "", "", List.of());

        public Remark {
            phones = List.copyOf(phones);
        }

        /** What is empty here is as in the other one. */
        Remark or(Remark other) {
            return new Remark(
                    text.isEmpty() ? other.text : text,
                    description.isEmpty() ? other.description : description,
                    company.isEmpty() ? other.company : company,
                    phones.isEmpty() ? other.phones : phones);
        }

        @Override
        public String toString() {
            return "Remark";
        }
    }

    public boolean isOpen() {
        return endReason == null;
    }
}
