package org.qiao.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.form.ValueReader.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places: {"lat", "lng", "name", "accuracy"}, and where the device was, {"device": {"lat", "lng"}}, when the place may only be
 * near it. Where it may lie anywhere, a name is enough.
 */
final class PlaceReader {

    private static final int NAME_MAX = 200;
    private static final int PLACES = 6;
    private static final int ACCURACY_MAX = 100_000;
    private static final double EARTH_METRES = 6_371_008.8;
    private static final BigDecimal LAT_MAX = BigDecimal.valueOf(90);
    private static final BigDecimal LNG_MAX = BigDecimal.valueOf(180);

    private PlaceReader() {}

    static Reading read(Field field, JsonNode raw, FieldKind.Location place) {
        if (!raw.isObject()) {
            return ValueReader.wrong(field, FieldFault.BAD_TYPE);
        }
        if (raw.isEmpty()) {
            return Reading.EMPTY;
        }
        String name = ValueReader.cleanLine(ValueReader.text(raw, "name"));
        boolean bare = !raw.hasNonNull("lat") && !raw.hasNonNull("lng");
        if (bare && !name.isEmpty() && name.length() <= NAME_MAX && place.radiusMetres() == null) {
            return Reading.of(JsonNodeFactory.instance.objectNode().put("name", name));
        }
        Optional<ObjectNode> point = point(raw);
        Optional<BigDecimal> accuracy = number(raw.get("accuracy"));
        boolean bad = raw.hasNonNull("accuracy")
                && accuracy.filter(metres ->
                                metres.signum() >= 0 && metres.compareTo(BigDecimal.valueOf(ACCURACY_MAX)) <= 0)
                        .isEmpty();
        if (point.isEmpty() || name.length() > NAME_MAX || bad) {
            return ValueReader.wrong(field, FieldFault.BAD_PLACE);
        }
        ObjectNode value = point.get();
        value.put("name", name);
        accuracy.ifPresent(metres -> value.put("accuracy", Decimals.plain(metres.setScale(0, RoundingMode.HALF_UP))));
        JsonNode device = raw.get("device");
        Optional<ObjectNode> stood = device == null || device.isNull() ? Optional.empty() : point(device);
        stood.ifPresent(at -> value.set("device", at));
        Integer radius = place.radiusMetres();
        if (radius == null || (stood.isPresent() && metres(stood.get(), value) <= radius)) {
            return Reading.of(value);
        }
        return ValueReader.wrong(field, FieldFault.TOO_FAR, "max", radius);
    }

    private static Optional<ObjectNode> point(JsonNode raw) {
        Optional<BigDecimal> lat =
                number(raw.get("lat")).filter(value -> value.abs().compareTo(LAT_MAX) <= 0);
        Optional<BigDecimal> lng =
                number(raw.get("lng")).filter(value -> value.abs().compareTo(LNG_MAX) <= 0);
        if (lat.isEmpty() || lng.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode point = JsonNodeFactory.instance.objectNode();
        point.put("lat", Decimals.plain(lat.get()));
        point.put("lng", Decimals.plain(lng.get()));
        return Optional.of(point);
    }

    /** Browsers give places as numbers; here they are decimal strings as everywhere, with six places (ten centimetres). */
    private static Optional<BigDecimal> number(@Nullable JsonNode raw) {
        if (raw == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> read = raw.isNumber()
                ? Optional.of(raw.asDouble()).filter(Double::isFinite).map(BigDecimal::valueOf)
                : raw.isString() ? Decimals.read(raw.stringValue()) : Optional.empty();
        return read.filter(value -> value.precision() - value.scale() < 20)
                .map(value -> value.setScale(PLACES, RoundingMode.HALF_UP));
    }

    /** Along the surface (haversine). */
    private static double metres(JsonNode from, JsonNode to) {
        double lat = Math.toRadians(degrees(from, "lat"));
        double otherLat = Math.toRadians(degrees(to, "lat"));
        double acrossLat = Math.sin((otherLat - lat) / 2);
        double acrossLng = Math.sin(Math.toRadians(degrees(to, "lng") - degrees(from, "lng")) / 2);
        double half = acrossLat * acrossLat + Math.cos(lat) * Math.cos(otherLat) * acrossLng * acrossLng;
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    private static double degrees(JsonNode point, String name) {
        return Double.parseDouble(ValueReader.text(point, name));
    }
}
