package org.qiao.noticesms;

import static java.util.Objects.requireNonNullElse;
import static org.qiao.notice.SettingsJson.require;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carrier;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeProblem;
import org.qiao.noticesms.GatewayTemplate.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a gateway that speaks HTTP is called. Only url, and body unless the method is GET, have no default.
 *
 * @param url may name values after its "?"
 * @param headers may name reference, timestamp, nonce and signature
 * @param body with {{phone}}, {{phoneE164}}, {{text}}, {{reference}}, {{timestamp}}, {{nonce}}
 * @param intranet the gateway is a machine of the company's own network
 * @param idPointer where the answer has the gateway's message id; empty when receipts name our reference
 * @param errors values at errorPointer: a {@link FailReason} or LATER
 */
record HttpSmsSettings(
        String url,
        String method,
        Map<String, String> headers,
        String contentType,
        String body,
        String signature,
        Boolean intranet,
        Auth auth,
        Success success,
        String idPointer,
        String errorPointer,
        Map<String, String> errors,
        @Nullable CallbackRules callback) {

    static final String LATER = "LATER";

    private static final int MAX_BODY = 8_000;
    private static final int MAX_ENTRIES = 50;
    private static final int MAX_VALUE = 1_000;
    private static final Set<String> IN_BODY = Set.of("phone", "phoneE164", "text", "reference", "timestamp", "nonce");
    private static final Set<String> IN_URL =
            Set.of("phone", "phoneE164", "text", "reference", "timestamp", "nonce", "signature");
    private static final Set<String> IN_HEADERS = Set.of("reference", "timestamp", "nonce", "signature");
    private static final Set<String> SIGNED =
            Set.of("phone", "phoneE164", "text", "reference", "timestamp", "nonce", "body");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~\\-]{1,60}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Set<String> OWN_HEADERS = Set.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "upgrade",
            "transfer-encoding",
            "authorization");

    enum AuthType {
        NONE,
        BASIC,
        BEARER,
        HMAC_SHA256
    }

    enum SignatureForm {
        HEX,
        BASE64
    }

    /**
     * @param secret password, token or key
     * @param message what is signed with HMAC_SHA256; the result is {{signature}} in url and headers
     */
    record Auth(AuthType type, String user, String secret, String message, SignatureForm form) {

        Auth {
            type = requireNonNullElse(type, AuthType.NONE);
            user = requireNonNullElse(user, "");
            secret = requireNonNullElse(secret, "");
            message = requireNonNullElse(message, "{{timestamp}}\n{{body}}");
            form = requireNonNullElse(form, SignatureForm.HEX);
        }
    }

    /** The status is in the range, and the value at the pointer, if there is one, is the expected. */
    record Success(Integer from, Integer to, String pointer, String equals) {

        Success {
            from = requireNonNullElse(from, 200);
            to = requireNonNullElse(to, 299);
            pointer = requireNonNullElse(pointer, "");
            equals = requireNonNullElse(equals, "");
        }
    }

    HttpSmsSettings {
        url = requireNonNullElse(url, "").strip();
        method = requireNonNullElse(method, "POST").toUpperCase(Locale.ROOT);
        headers = Collections.unmodifiableMap(new TreeMap<>(requireNonNullElse(headers, Map.of())));
        contentType = requireNonNullElse(contentType, "application/json").strip();
        body = requireNonNullElse(body, "");
        signature = requireNonNullElse(signature, "");
        intranet = requireNonNullElse(intranet, false);
        auth = requireNonNullElse(auth, new Auth(AuthType.NONE, "", "", "", SignatureForm.HEX));
        success = requireNonNullElse(success, new Success(200, 299, "", ""));
        idPointer = requireNonNullElse(idPointer, "");
        errorPointer = requireNonNullElse(errorPointer, "");
        errors = Collections.unmodifiableMap(new TreeMap<>(requireNonNullElse(errors, Map.of())));
    }

    void check(JsonMapper json) {
        checkUrl();
        require(method.equals("POST") || method.equals("PUT") || method.equals("GET"), "method");
        checkHeaders();
        checkBody(json);
        require(signature.length() <= 30 && signature.chars().noneMatch(Character::isISOControl), "signature");
        checkAuth();
        require(success.from() >= 200 && success.from() <= success.to() && success.to() <= 399, "success");
        require(CallbackRules.isPointer(success.pointer()), "success.pointer");
        require(CallbackRules.isPointer(idPointer), "idPointer");
        require(CallbackRules.isPointer(errorPointer), "errorPointer");
        require(errors.size() <= MAX_ENTRIES && errors.values().stream().allMatch(HttpSmsSettings::isError), "errors");
        if (callback != null) {
            callback.check();
        }
    }

    private void checkUrl() {
        int question = url.indexOf('?');
        require(url.length() <= MAX_VALUE && GatewayTemplate.namesOnly(url, IN_URL), "url");
        require(question < 0 ? !url.contains("{{") : !url.substring(0, question).contains("{{"), "url");
        try {
            URI sample = URI.create(GatewayTemplate.fill(url, Form.URL, sample()));
            boolean web = "https".equals(sample.getScheme()) || (intranet && "http".equals(sample.getScheme()));
            require(web && sample.getHost() != null && sample.getUserInfo() == null, "url");
        } catch (IllegalArgumentException e) {
            throw NoticeProblem.BAD_SETTINGS.problem("field", "url");
        }
    }

    Carrier.Destination destination() {
        URI sample = URI.create(GatewayTemplate.fill(url, Form.URL, sample()));
        boolean secure = "https".equals(sample.getScheme());
        int port = sample.getPort() >= 0 ? sample.getPort() : secure ? 443 : 80;
        return new Carrier.Destination("url", sample.getHost(), port, auth.user(), secure ? 1 : 0);
    }

    private void checkHeaders() {
        require(headers.size() <= MAX_ENTRIES, "headers");
        headers.forEach((name, value) -> {
            boolean free = HEADER_NAME.matcher(name).matches() && !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT));
            require(free && value != null && value.length() <= MAX_VALUE, "headers");
            require(HEADER_VALUE.matcher(value).matches() && GatewayTemplate.namesOnly(value, IN_HEADERS), "headers");
        });
    }

    private void checkBody(JsonMapper json) {
        boolean get = method.equals("GET");
        require(contentType.length() <= 100 && HEADER_VALUE.matcher(contentType).matches(), "contentType");
        require(get ? body.isEmpty() : body.length() <= MAX_BODY, "body");
        require(GatewayTemplate.namesOnly(body, IN_BODY), "body");
        String both = url + body;
        require(GatewayTemplate.names(both, "text"), get ? "url" : "body");
        require(GatewayTemplate.names(both, "phone") || GatewayTemplate.names(both, "phoneE164"), get ? "url" : "body");
        if (!get && Form.of(contentType) == Form.JSON) {
            try {
                json.readTree(GatewayTemplate.fill(body, Form.JSON, sample()));
            } catch (JacksonException e) {
                throw NoticeProblem.BAD_SETTINGS.problem("field", "body");
            }
        }
    }

    private void checkAuth() {
        require(auth.secret().length() <= MAX_VALUE && auth.user().length() <= 200, "auth");
        require(auth.type() == AuthType.NONE || !auth.secret().isEmpty(), "auth.secret");
        require(auth.type() != AuthType.BASIC || !auth.user().contains(":"), "auth.user");
        require(
                auth.type() != AuthType.BEARER
                        || HEADER_VALUE.matcher(auth.secret()).matches(),
                "auth.secret");
        require(
                auth.message().length() <= MAX_VALUE && GatewayTemplate.namesOnly(auth.message(), SIGNED),
                "auth.message");
    }

    private static boolean isError(String value) {
        if (LATER.equals(value)) {
            return true;
        }
        for (FailReason reason : FailReason.values()) {
            if (reason.name().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> sample() {
        Map<String, String> sample = new HashMap<>();
        IN_URL.forEach(name -> sample.put(name, "1"));
        return sample;
    }
}
