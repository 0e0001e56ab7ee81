package org.qiao.platform;

import java.util.List;
import java.util.Map;

/**
 * A refusal that the client can act on. Unchecked, without a stack trace: it is an answer, not a fault. Parameters fill the
 * client's translated text; they never carry secrets, numbers of telephones or message texts. The parameter
 * {@code retryAfterSeconds} also becomes the Retry-After header.
 */
public final class Problem extends RuntimeException {

    public static final String RETRY_AFTER = "retryAfterSeconds";

    private final transient ProblemCode code;
    private final transient Map<String, Object> params;
    private final transient List<?> errors;

    public Problem(ProblemCode code, Map<String, Object> params) {
        this(code, params, List.of());
    }

    /** @param errors one for each field that is refused, each with {@code field} and {@code code} */
    public Problem(ProblemCode code, Map<String, Object> params, List<?> errors) {
        super(code.code(), null, false, false);
        this.code = code;
        this.params = Map.copyOf(params);
        this.errors = List.copyOf(errors);
    }

    public String code() {
        return code.code();
    }

    public Kind kind() {
        return code.kind();
    }

    public Map<String, Object> params() {
        return params;
    }

    public List<?> errors() {
        return errors;
    }

    public boolean is(ProblemCode other) {
        return code == other;
    }
}
