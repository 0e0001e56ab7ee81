package org.qiao.product;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that the company offers.
 *
 * @param pictureKey whoever knows it sees the pictures
 * @param position in the album; small ones first
 */
record Product(long id, long orgId, Content content, String pictureKey, long position, int version, Instant changedAt) {

    /** What administrators write. */
    record Content(
            String name,
            String number,
            @Nullable Price price,
            String description,
            String link,
            List<Long> pictures,
            boolean onSale) {

        Content {
            pictures = List.copyOf(pictures);
        }

        Content withPictures(List<Long> others) {
            return new Content(name, number, price, description, link, others, onSale);
        }

        /** What is looked in when somebody searches. */
        String searchText() {
            return (name + "\n" + number + "\n" + description).toLowerCase(Locale.ROOT);
        }
    }

    boolean isOn() {
        return content.onSale();
    }

    @Override
    public String toString() {
        return "Product " + id;
    }
}
