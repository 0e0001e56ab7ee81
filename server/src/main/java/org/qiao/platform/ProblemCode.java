package org.qiao.platform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A module's refusal code, one enum per module named {@code …Problem}. On the wire it reads "module.constant", for example
 * "messaging.not_a_member": the module is the package, so a code never changes by accident when a class is renamed.
 */
public interface ProblemCode {

    Kind kind();

    String name();

    /** The stable code that clients translate. */
    default String code() {
        String packageName = getClass().getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1) + "." + name().toLowerCase(Locale.ROOT);
    }

    default Problem problem() {
        return new Problem(this, Map.of());
    }

    default Problem problem(String name, Object value) {
        return new Problem(this, Map.of(name, value));
    }

    default Problem problem(String name, Object value, String secondName, Object secondValue) {
        Map<String, Object> params = LinkedHashMap.newLinkedHashMap(2);
        params.put(name, value);
        params.put(secondName, secondValue);
        return new Problem(this, params);
    }
}
