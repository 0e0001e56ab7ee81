package org.qiao.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.file.FileView;

/** Products as staff see them, and what makes them. */
final class ProductViews {

    private ProductViews() {}

    /**
     * @param price null: on request
     * @param lately what came of it in the last thirty days
     */
    record ProductView(
            long id,
            String name,
            String number,
            @Nullable Price price,
            String description,
            String link,
            List<FileView> pictures,
            boolean onSale,
            int version,
            ProductNumbers lately,
            Instant changedAt) {}

    /**
     * @param sent into conversations by employees
     * @param opened from there by customers
     * @param seen on business cards
     * @param asked customers asked about it
     */
    record ProductNumbers(long sent, long opened, long seen, long asked) {

        static final ProductNumbers NONE = new ProductNumbers(0, 0, 0, 0);
    }

    record ProductDay(LocalDate day, ProductNumbers numbers) {}

    /** One product between two days. */
    record ProductRanking(long id, String name, boolean deleted, ProductNumbers numbers) {}

    /** What came of what an employee sent. */
    record ProductSender(Card member, long sent, long opened) {}

    record ProductStatistics(List<ProductDay> days, List<ProductRanking> products) {}

    record ProductHistory(List<ProductDay> days, List<ProductSender> people) {}

    /** What came of a product in one conversation. */
    record ProductPlace(int sent, int opens, @Nullable Instant lastOpenedAt) {}

    /** @param version that was seen; null for a new one */
    record ProductRequest(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = 200) String number,
            @Valid @Nullable Price price,
            @NotNull @Size(max = 4_000) String description,
            @NotNull @Size(max = 500) String link,
            @NotNull @Size(max = 9) List<@NotNull Long> pictures,
            boolean onSale,
            @Nullable Integer version) {}

    /** @param before null: at the end */
    record ProductMoveRequest(@Nullable Long before) {}

    record ProductSendRequest(
            @NotNull Long conversationId,
            @NotNull @Size(min = 1, max = 40) String key) {}

    record ProductSent(long seq) {}
}
