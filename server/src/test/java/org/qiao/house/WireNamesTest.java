package org.qiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The interface document names the shape of a record by the record's simple name: two of one name would silently be described as one,
 * and the web client's types with them.
 */
@QiaoTest
class WireNamesTest {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void noTwoRecordsThatTravelHaveOneName() {
        Wire wire = new Wire();
        for (HandlerMethod method :
                requestMappingHandlerMapping.getHandlerMethods().values()) {
            if (!method.getBeanType().getName().startsWith("org.qiao.")) {
                continue;
            }
            wire.add(method.getMethod().getGenericReturnType());
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestBody.class)) {
                    wire.add(parameter.getGenericParameterType());
                }
            }
        }

        Map<String, Set<String>> names = new TreeMap<>();
        wire.records.forEach(
                type -> names.computeIfAbsent(name(type), _ -> new TreeSet<>()).add(type.getName()));
        assertThat(names).as("what travels is found").hasSizeGreaterThan(200);
        names.values().removeIf(types -> types.size() == 1);
        assertThat(names).as("rename all but one of each").isEmpty();
    }

    private static String name(Class<?> type) {
        Schema schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    /** Whatever can be reached from what goes in and out. */
    private static final class Wire {

        private final Set<Class<?>> records = new HashSet<>();
        private final Set<Class<?>> interfaces = new HashSet<>();

        void add(Type type) {
            switch (type) {
                case ParameterizedType generic -> {
                    add(generic.getRawType());
                    List.of(generic.getActualTypeArguments()).forEach(this::add);
                }
                case WildcardType wildcard -> List.of(wildcard.getUpperBounds()).forEach(this::add);
                case GenericArrayType array -> add(array.getGenericComponentType());
                case Class<?> found -> add(found);
                default -> {} // a variable: its value stands where the generic type is used
            }
        }

        private void add(Class<?> type) {
            if (type.isArray()) {
                add(type.getComponentType());
            } else if (type.isSealed() && interfaces.add(type)) {
                List.of(type.getPermittedSubclasses()).forEach(this::add);
            } else if (type.isRecord() && type.getName().startsWith("org.qiao.") && records.add(type)) {
                for (RecordComponent component : type.getRecordComponents()) {
                    add(component.getGenericType());
                }
            }
        }
    }
}
