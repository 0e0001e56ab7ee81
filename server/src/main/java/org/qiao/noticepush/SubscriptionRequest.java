package org.qiao.noticepush;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Body of POST /api/notice/subscriptions: what the browser's push manager gave.
 *
 * @param p256dh its public key, base64url
 * @param auth its secret, base64url
 */
record SubscriptionRequest(
        @NotBlank @Size(max = 1_000) String endpoint,
        @NotBlank @Size(max = 100) String p256dh,
        @NotBlank @Size(max = 40) String auth) {

    @Override
    public String toString() {
        return "SubscriptionRequest"; // an endpoint and a secret are for nobody's log
    }
}
