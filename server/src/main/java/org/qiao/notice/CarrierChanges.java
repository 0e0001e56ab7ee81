package org.qiao.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.FieldChanges;
import org.qiao.platform.FieldChanges.FieldChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a change of a channel's connection was: for the book of changes, and against taking a secret elsewhere. */
final class CarrierChanges {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode NOTHING = JSON.createObjectNode();

    private final Map<CarrierKind, Carrier> kinds;

    CarrierChanges(Map<CarrierKind, Carrier> kinds) {
        this.kinds = kinds;
    }

    /** @param settings opened; empty when they cannot be */
    record Connection(CarrierStore.Row row, Optional<JsonNode> settings) {}

    /**
     * Refuses to send a stored secret to another place than the one it was entered for.
     *
     * @param entered what the administrator sent
     * @param old checked settings from before
     * @param fresh checked settings with the stored secrets
     */
    static void requireSecretsStay(Carrier carrier, JsonNode entered, String old, String fresh) {
        SecretFields secrets = new SecretFields(carrier.secrets());
        List<Carrier.Destination> before = carrier.destinations(old);
        List<Carrier.Destination> after = carrier.destinations(fresh);
        List<String> inUse = secrets.present(JSON.readTree(fresh));
        for (String secret : secrets.kept(entered, JSON.readTree(old))) {
            boolean stays = place(before, secret)
                    .flatMap(was -> place(after, secret).map(is -> is.mayHaveSecretsOf(was)))
                    .orElse(true);
            if (inUse.contains(secret) && !stays) {
                throw NoticeProblem.SECRET_AGAIN.problem("field", secret);
            }
        }
    }

    /** The one in the innermost part of the settings. */
    private static Optional<Carrier.Destination> place(List<Carrier.Destination> places, String secret) {
        return places.stream()
                .filter(place -> place.takes(secret))
                .max((one, other) ->
                        one.field().lastIndexOf('.') - other.field().lastIndexOf('.'));
    }

    ChannelChanged between(Actor actor, Channel channel, @Nullable Connection before, @Nullable Connection after) {
        List<FieldChange> fields = FieldChanges.between(shown(before), shown(after)).stream()
                .map(change -> told(change, before, after))
                .toList();
        boolean same = kind(before) == kind(after) && before != null;
        List<String> changed = same
                ? secrets(before).changed(settings(before), settings(after))
                : secrets(after).present(settings(after));
        return new ChannelChanged(actor, channel, kind(before), kind(after), fields, changed);
    }

    private static @Nullable CarrierKind kind(@Nullable Connection connection) {
        return connection == null ? null : connection.row().kind();
    }

    private static JsonNode settings(@Nullable Connection connection) {
        return connection == null ? NOTHING : connection.settings().orElse(NOTHING);
    }

    private SecretFields secrets(@Nullable Connection connection) {
        Carrier carrier = connection == null ? null : kinds.get(connection.row().kind());
        return new SecretFields(carrier == null ? Set.of() : carrier.secrets());
    }

    /** The settings as administrators see them, and what stands beside them. */
    private JsonNode shown(@Nullable Connection connection) {
        if (connection == null) {
            return NOTHING;
        }
        ObjectNode all = JSON.createObjectNode();
        if (secrets(connection).hide(settings(connection)) instanceof ObjectNode shown) {
            all.setAll(shown);
        }
        all.put("enabled", connection.row().enabled());
        all.put("perMinute", connection.row().perMinute());
        all.put("priceFen", connection.row().priceFen());
        return all;
    }

    private FieldChange told(FieldChange change, @Nullable Connection before, @Nullable Connection after) {
        boolean untold = isUntold(change.field(), before) || isUntold(change.field(), after);
        return new FieldChange(
                change.field(),
                untold ? null : withoutQuery(change.before()),
                untold ? null : withoutQuery(change.after()));
    }

    private boolean isUntold(String field, @Nullable Connection connection) {
        Carrier carrier = connection == null ? null : kinds.get(connection.row().kind());
        return carrier != null
                && carrier.untold().stream().anyMatch(name -> field.equals(name) || field.startsWith(name + "."));
    }

    /** Some write their key into the address. */
    private static @Nullable String withoutQuery(@Nullable String value) {
        int question = value == null || !value.contains("://") ? -1 : value.indexOf('?');
        return question < 0 || value == null ? value : value.substring(0, question + 1) + "…";
    }
}
