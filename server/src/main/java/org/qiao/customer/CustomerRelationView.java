package org.qiao.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.directory.Card;

/**
 * A relation as staff see it.
 *
 * @param remark empty but for the employee's own and for whoever leads him
 * @param conversationId only where the reader is a member of the thread
 */
public record CustomerRelationView(
        long id,
        Card member,
        @Nullable Long conversationId,
        CustomerRemark remark,
        AddWay addWay,
        String state,
        @Nullable Long wayId,
        boolean open,
        @Nullable RelationEnd endReason,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** What the employee wrote down. */
    public record CustomerRemark(String text, String description, String company, List<String> phones) {

        static CustomerRemark of(Remark remark) {
            return new CustomerRemark(remark.text(), remark.description(), remark.company(), remark.phones());
        }

        @Override
        public String toString() {
            return "CustomerRemark";
        }
    }

    static CustomerRelationView of(CustomerRelation relation, Card member, boolean whole, boolean mine) {
        return new CustomerRelationView(
                relation.id(),
                member,
                mine ? relation.conversationId() : null,
                CustomerRemark.of(whole ? relation.remark() : Remark.NONE),
                relation.addWay(),
                relation.state(),
                relation.wayId(),
                relation.isOpen(),
                relation.endReason(),
                relation.openedAt(),
                relation.closedAt());
    }
}
