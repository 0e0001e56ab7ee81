package org.qiao.privacy;

import jakarta.validation.constraints.NotNull;

/** What comes in. */
final class PrivacyRequests {

    private PrivacyRequests() {}

    /** Whom it is about. */
    record AboutCustomerRequest(@NotNull Long customerId) {}
}
