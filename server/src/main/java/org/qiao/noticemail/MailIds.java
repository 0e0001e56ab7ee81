package org.qiao.noticemail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qiao.platform.Hmac;

/** Message-IDs that nobody can guess: whoever sends one back has seen the mail or carried it. */
final class MailIds {

    private static final int TOKEN_BYTES = 10;
    private static final Pattern ID =
            Pattern.compile("notice-([0-9]{1,19})\\.([0-9]{1,19})\\.([0-9a-f]{20})@[A-Za-z0-9.-]{1,253}");

    private final byte[] key;

    MailIds(byte[] key) {
        this.key = key.clone();
    }

    /** The same for every attempt. */
    String of(long orgId, long orderId, String domain) {
        return "<notice-%d.%d.%s@%s>".formatted(orderId, orgId, token(orgId, orderId), domain);
    }

    /** The first of this company's that the text holds, as it was sent. */
    Optional<String> find(long orgId, CharSequence text) {
        Matcher found = ID.matcher(text);
        while (found.find()) {
            if (found.group(2).equals(Long.toString(orgId)) && isOurs(orgId, found.group(1), found.group(3))) {
                return Optional.of("<" + found.group() + ">");
            }
        }
        return Optional.empty();
    }

    private boolean isOurs(long orgId, String order, String token) {
        try {
            return MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.US_ASCII),
                    token(orgId, Long.parseLong(order)).getBytes(StandardCharsets.US_ASCII));
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    private String token(long orgId, long orderId) {
        return HexFormat.of().formatHex(Hmac.sha256(key, orgId + "/" + orderId), 0, TOKEN_BYTES);
    }
}
