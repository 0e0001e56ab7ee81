package org.qiao.notice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One text to one person by one channel.
 *
 * @param key once for ever within the company; at most 120 characters, no personal data
 * @param principalId the member whose address is looked up when it is sent; null when {@code address} names somebody without an account
 * @param address an e-mail address, or a telephone number in the form +8613800138000; null to look it up
 * @param notBefore not sent earlier
 * @param notAfter tried until then, later it fails as too late
 * @param asks the recipient may answer: "1" by SMS, key 1 in a call
 */
public record NoticeOrder(
        String key,
        Channel channel,
        @Nullable Long principalId,
        @Nullable String address,
        Locale locale,
        NoticeText text,
        Instant notBefore,
        Instant notAfter,
        boolean asks) {

    public NoticeOrder {
        if ((principalId == null) == (address == null)) {
            throw new IllegalArgumentException("Either a member or an address");
        }
    }
}
