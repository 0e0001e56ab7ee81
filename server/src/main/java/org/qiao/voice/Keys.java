package org.qiao.voice;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Keys pressed during a call, in the two ways that networks tell them. */
final class Keys {

    private static final String EVENTS = "0123456789*#ABCD";
    private static final int EVENT_BYTES = 4;

    private Keys() {}

    /** The payload of a telephone-event, RFC 4733. Its first packet counts: whoever hangs up at once has pressed the key all the same. */
    static Optional<Character> ofEvent(byte[] payload) {
        if (payload.length < EVENT_BYTES || (payload[0] & 0xff) >= EVENTS.length()) {
            return Optional.empty();
        }
        return Optional.of(EVENTS.charAt(payload[0]));
    }

    /** An INFO with {@code Signal=1} (application/dtmf-relay) or the bare key (application/dtmf). */
    static Optional<Character> ofInfo(SipRequest info) {
        String type =
                info.headers().get("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String body = new String(info.body(), StandardCharsets.UTF_8);
        return switch (type) {
            case "application/dtmf" -> one(body);
            case "application/dtmf-relay" ->
                body.lines()
                        .map(line -> line.split("=", 2))
                        .filter(words -> words.length == 2 && words[0].strip().equalsIgnoreCase("Signal"))
                        .findFirst()
                        .flatMap(words -> one(words[1]));
            default -> Optional.empty();
        };
    }

    private static Optional<Character> one(String text) {
        String key = text.strip();
        return key.length() == 1 && EVENTS.contains(key) ? Optional.of(key.charAt(0)) : Optional.empty();
    }
}
