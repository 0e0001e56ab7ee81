package org.qiao.sample;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.platform.Actor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * The endpoints of the HTTP contract, called in the caller's thread: his transaction and his moment (platform.Past) hold behind them.
 * The bodies are those of the contract, bound and validated as for a client. For modules whose only doors are these; see
 * docs/decisions/0035.
 */
@Component
class Doors {

    private final JsonMapper json;
    private final Validator validator;
    private final SingletonSupplier<List<Door>> doors;

    Doors(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            JsonMapper json,
            Validator validator) {
        this.json = json;
        this.validator = validator;
        this.doors = SingletonSupplier.of(() -> doors(mapping));
    }

    private record Door(Set<RequestMethod> methods, PathPattern pattern, HandlerMethod handler) {}

    /** A call of one of them. */
    private record Call(Actor actor, Map<String, String> path, UriComponents address, JsonNode body) {}

    private static List<Door> doors(RequestMappingHandlerMapping mapping) {
        List<Door> found = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> patterns(info)
                        .forEach(pattern -> found.add(new Door(
                                info.getMethodsCondition().getMethods(), pattern, handler.createWithResolvedBean()))));
        return found;
    }

    private static Set<PathPattern> patterns(RequestMappingInfo info) {
        return Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns();
    }

    /**
     * @param caller a member, or below {@code /api/visit} a customer
     * @param line "POST /api/customers/17/notes"
     * @return what a client would be answered; null for nothing
     * @throws org.qiao.platform.Problem the refusal
     */
    JsonNode call(Actor caller, String line, @Nullable JsonNode body) {
        int space = line.indexOf(' ');
        RequestMethod method = RequestMethod.valueOf(line.substring(0, space));
        UriComponents address =
                UriComponentsBuilder.fromUriString(line.substring(space + 1)).build();
        PathContainer path = PathContainer.parsePath(Objects.requireNonNull(address.getPath()));
        Door door = doors.obtain().stream()
                .filter(each ->
                        each.methods().contains(method) && each.pattern().matches(path))
                .min((one, other) -> one.pattern().compareTo(other.pattern()))
                .orElseThrow(() -> new IllegalStateException("No door is called " + line));
        Map<String, String> variables =
                Objects.requireNonNull(door.pattern().matchAndExtract(path)).getUriVariables();
        return invoke(
                door.handler(),
                new Call(caller, variables, address, Objects.requireNonNullElse(body, NullNode.getInstance())));
    }

    private JsonNode invoke(HandlerMethod handler, Call call) {
        Method method = handler.getMethod();
        Parameter[] parameters = method.getParameters();
        Object[] values = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            values[i] = value(parameters[i], call);
        }
        try {
            method.setAccessible(true);
            Object answer = method.invoke(handler.getBean(), values);
            return json.valueToTree(answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(Parameter parameter, Call call) {
        if (parameter.getType() == Actor.class) {
            return call.actor();
        }
        if (parameter.getType() == Guest.class) {
            return new Guest(0, call.actor());
        }
        if (parameter.isAnnotationPresent(RequestBody.class)) {
            return body(parameter, call.body());
        }
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return read(parameter, call.path().get(parameter.getName()));
        }
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        if (asked == null && parameter.getType().isRecord()) {
            return json.convertValue(
                    call.address().getQueryParams().toSingleValueMap(),
                    json.constructType(parameter.getParameterizedType()));
        }
        if (asked == null) {
            throw new IllegalStateException("Only a request over the wire has a " + parameter);
        }
        String given = call.address().getQueryParams().getFirst(parameter.getName());
        boolean standard = given == null && !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        return read(parameter, standard ? asked.defaultValue() : given);
    }

    private @Nullable Object read(Parameter parameter, @Nullable String text) {
        return text == null ? null : json.convertValue(text, json.constructType(parameter.getParameterizedType()));
    }

    private Object body(Parameter parameter, JsonNode sent) {
        Object body = json.treeToValue(sent, json.constructType(parameter.getParameterizedType()));
        if (parameter.isAnnotationPresent(Valid.class)) {
            Map<String, String> wrong = new HashMap<>();
            for (ConstraintViolation<Object> violation : validator.validate(body)) {
                wrong.put(violation.getPropertyPath().toString(), violation.getMessage());
            }
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("A client would be refused: " + wrong + " in " + sent);
            }
        }
        return body;
    }
}
