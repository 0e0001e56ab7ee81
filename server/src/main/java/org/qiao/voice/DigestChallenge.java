package org.qiao.voice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a 401 or 407 wants to be proven, RFC 3261 22.4 and RFC 8760.
 *
 * @param proxy of a 407
 * @param algorithm the word to send back; empty for the MD5 that was not named
 * @param qop whether protection "auth" is offered
 */
record DigestChallenge(
        boolean proxy, String realm, String nonce, String opaque, String algorithm, boolean qop, boolean stale) {

    private static final String SCHEME = "digest ";

    /** The strongest challenge that we can answer: SHA-256 before MD5. */
    static Optional<DigestChallenge> of(SipResponse response) {
        boolean proxy = response.status() == 407;
        List<DigestChallenge> known =
                response.headers().lines(proxy ? "Proxy-Authenticate" : "WWW-Authenticate").stream()
                        .flatMap(line -> parse(proxy, line).stream())
                        .toList();
        return known.stream()
                .filter(DigestChallenge::isSha256)
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    boolean isSha256() {
        return algorithm.equalsIgnoreCase("SHA-256");
    }

    static Optional<DigestChallenge> parse(boolean proxy, String line) {
        if (!line.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        Map<String, String> words = parameters(line.substring(SCHEME.length()));
        String algorithm = words.getOrDefault("algorithm", "");
        boolean known =
                algorithm.isEmpty() || algorithm.equalsIgnoreCase("MD5") || algorithm.equalsIgnoreCase("SHA-256");
        List<String> qops = Arrays.stream(words.getOrDefault("qop", "").split(","))
                .map(String::strip)
                .toList();
        boolean auth = qops.stream().anyMatch("auth"::equalsIgnoreCase);
        boolean onlyOther = words.containsKey("qop") && !auth;
        if (!known || onlyOther || !words.containsKey("realm") || !words.containsKey("nonce")) {
            return Optional.empty();
        }
        return Optional.of(new DigestChallenge(
                proxy,
                words.getOrDefault("realm", ""),
                words.getOrDefault("nonce", ""),
                words.getOrDefault("opaque", ""),
                algorithm,
                auth,
                words.getOrDefault("stale", "").equalsIgnoreCase("true")));
    }

    /** {@code a=b, c="d, \"e\""}; names in lower case, quotes gone. */
    private static Map<String, String> parameters(String text) {
        Map<String, String> all = new HashMap<>();
        StringBuilder word = new StringBuilder();
        String name = "";
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '=' && !quoted && name.isEmpty()) {
                name = word.toString().strip().toLowerCase(Locale.ROOT);
                word.setLength(0);
            } else if (c == ',' && !quoted) {
                all.putIfAbsent(name, word.toString().strip());
                name = "";
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        all.putIfAbsent(name, word.toString().strip());
        return all;
    }
}
