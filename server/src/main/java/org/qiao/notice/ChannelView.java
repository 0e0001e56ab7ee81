package org.qiao.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carriers.Line;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A channel as administrators see it.
 *
 * @param kind what carries it; null for nothing
 * @param simulated nobody is really reached
 * @param settings without secrets: those are null
 * @param secrets names of the settings that are set and not shown
 * @param kinds what can be connected
 */
record ChannelView(
        Channel channel,
        State state,
        @Nullable CarrierKind kind,
        boolean simulated,
        @Nullable Integer perMinute,
        @Nullable Integer priceFen,
        @Nullable Map<String, @Nullable Object> settings,
        List<String> secrets,
        List<CarrierKind> kinds,
        @Nullable Instant updatedAt) {

    enum State {
        /** Nothing is connected. */
        MISSING,
        READY,
        /** Connected, and switched off. */
        OFF,
        /** The settings were sealed with another key: they have to be entered again. */
        UNREADABLE
    }

    static ChannelView missing(Channel channel, List<CarrierKind> kinds) {
        return new ChannelView(channel, State.MISSING, null, false, null, null, null, List.of(), kinds, null);
    }

    static ChannelView builtIn(Channel channel, Line line, List<CarrierKind> kinds) {
        CarrierKind kind = line.carrier().kind();
        return new ChannelView(
                channel,
                State.READY,
                kind,
                kind.isSimulated(),
                line.perMinute(),
                line.priceFen(),
                Map.of(),
                List.of(),
                kinds,
                null);
    }

    static ChannelView unreadable(CarrierStore.Row row, List<CarrierKind> kinds) {
        return new ChannelView(
                row.channel(),
                State.UNREADABLE,
                row.kind(),
                row.kind().isSimulated(),
                row.perMinute(),
                row.priceFen(),
                null,
                List.of(),
                kinds,
                row.updatedAt());
    }

    static ChannelView of(CarrierStore.Row row, List<CarrierKind> kinds, JsonNode shown, List<String> secrets) {
        return new ChannelView(
                row.channel(),
                row.enabled() ? State.READY : State.OFF,
                row.kind(),
                row.kind().isSimulated(),
                row.perMinute(),
                row.priceFen(),
                JsonMapper.shared().convertValue(shown, new TypeReference<Map<String, @Nullable Object>>() {}),
                secrets,
                kinds,
                row.updatedAt());
    }
}
