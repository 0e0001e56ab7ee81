package org.qiao.customerprofile;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerLevel;
import org.qiao.customerprofile.LineFilter.LineOrder;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.customerprofile.TagViews.TaggingView;
import org.qiao.directory.Card;
import tools.jackson.databind.JsonNode;

/** Lists of customers as staff see them. */
final class ListViews {

    private ListViews() {}

    /**
     * One relation to one customer.
     *
     * @param conversationId only where the reader serves him
     * @param phones digits only
     * @param waitingSince since when he waits for an answer; null: he does not
     */
    record CustomerListLine(
            long relationId,
            long customerId,
            String name,
            CustomerLevel level,
            boolean blocked,
            Card member,
            boolean mine,
            @Nullable Long conversationId,
            boolean open,
            String remark,
            String company,
            List<String> phones,
            String stage,
            String lostReason,
            List<TaggingView> tags,

            @Schema(type = "object", implementation = Object.class)
            JsonNode attributes,

            AddWay addWay,
            @Nullable Long wayId,
            Instant openedAt,
            @Nullable Instant lastCustomerAt,
            @Nullable Instant lastStaffAt,
            @Nullable Instant waitingSince,
            Instant activeAt) {

        @Override
        public String toString() {
            return "CustomerListLine " + relationId;
        }
    }

    record CustomerCount(long count) {}

    /** What the actor may list. */
    record CustomerScopes(List<LineScope> scopes) {}

    /** @param company everybody's, kept by the administrators */
    record SegmentView(
            long id, String name, boolean company, LineScope scope, LineOrder order, LineFilter filter, boolean mine) {}

    record SegmentRequest(
            @NotNull @Size(max = 100) String name,
            boolean company,
            @NotNull LineScope scope,
            @NotNull LineOrder order,
            @NotNull @Valid LineFilter filter) {}

    /** Contacts that share a telephone number or an address. */
    record DuplicateView(String contact, List<DuplicateCustomer> customers) {

        @Override
        public String toString() {
            return "DuplicateView";
        }
    }

    /** @param verified he has proved that it is his */
    record DuplicateCustomer(long id, String name, boolean verified) {}

    /**
     * What somebody has taken out of the program. The file went to him and was not kept.
     *
     * @param member whose customers, when the filter says so
     * @param massId the results of this mass message; null: a list of customers
     */
    record ExportView(
            long id,
            Card by,
            LineScope scope,
            LineFilter filter,
            @Nullable Card member,
            @Nullable Long massId,
            int lines,
            Instant at) {}
}
