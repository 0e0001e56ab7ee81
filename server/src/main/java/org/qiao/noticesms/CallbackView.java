package org.qiao.noticesms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the company's SMS gateway has an address for receipts and replies.
 *
 * @param readable the settings in place say how to read what the gateway posts
 * @param openedAt null: there is no address
 */
record CallbackView(boolean readable, @Nullable Instant openedAt) {

    /** The address with its secret, shown this once. */
    record CallbackAddress(String url, Instant openedAt) {

        @Override
        public String toString() {
            return "CallbackAddress";
        }
    }
}
