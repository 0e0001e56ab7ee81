package org.qiao.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.PlatformProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a company's channels are connected. Full administrators change it; nobody reads a secret again. */
@Service
public class Carriers {

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private static final Duration PATIENCE_UNKNOWN = Duration.ofMinutes(5);
    private static final int PER_MINUTE = 600;
    private static final int PER_MINUTE_BUILT_IN = 6_000;
    private static final String NO_SETTINGS = "{}";

    private final Map<CarrierKind, Carrier> kinds = new EnumMap<>(CarrierKind.class);
    private final CarrierStore store;
    private final SettingsSeal seal;
    private final JsonMapper json;
    private final OutboundNetworks networks;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CarrierChanges changes;
    private final Set<String> toldUnreadable = ConcurrentHashMap.newKeySet();

    Carriers(
            List<Carrier> carriers,
            CarrierStore store,
            SettingsSeal seal,
            JsonMapper json,
            OutboundNetworks networks,
            ApplicationEventPublisher events,
            Clock clock) {
        carriers.forEach(carrier -> kinds.put(carrier.kind(), carrier));
        this.networks = networks;
        this.events = events;
        this.changes = new CarrierChanges(kinds);
        this.store = store;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /** A carrier with one company's settings, ready to carry. */
    record Line(Carrier carrier, String settings, int perMinute, int priceFen) {

        int cost(int units) {
            return Math.multiplyExact(units, priceFen);
        }

        @Override
        public String toString() {
            return "Line[" + carrier.kind() + "]";
        }
    }

    /** Longer than this no attempt on the channel takes. */
    Duration patience(Channel channel) {
        return kinds.values().stream()
                .filter(carrier -> carrier.kind().channel() == channel)
                .map(Carrier::patience)
                .max(Duration::compareTo)
                .orElse(PATIENCE_UNKNOWN);
    }

    /** Empty when the company has no carrier for the channel, it is switched off, or its settings cannot be opened. */
    Optional<Line> find(long orgId, Channel channel) {
        Optional<CarrierStore.Row> row = store.find(orgId, channel);
        if (row.isEmpty()) {
            return builtIn(channel);
        }
        Carrier carrier = kinds.get(row.get().kind());
        if (!row.get().enabled() || carrier == null) {
            return Optional.empty();
        }
        return open(orgId, row.get())
                .map(settings -> new Line(
                        carrier, settings, row.get().perMinute(), row.get().priceFen()));
    }

    /** Of these companies those in which somebody can be reached by a carrier of the channel. */
    Set<Long> populated(Collection<Long> orgIds, Channel channel) {
        return kinds.values().stream()
                .filter(carrier -> carrier.kind().channel() == channel)
                .flatMap(carrier -> carrier.populated(orgIds).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Web Push needs nobody's settings: it works until somebody switches it off. */
    private Optional<Line> builtIn(Channel channel) {
        Carrier push = kinds.get(CarrierKind.WEB_PUSH);
        return channel == Channel.PUSH && push != null
                ? Optional.of(new Line(push, NO_SETTINGS, PER_MINUTE_BUILT_IN, 0))
                : Optional.empty();
    }

    private Optional<String> open(long orgId, CarrierStore.Row row) {
        Optional<String> settings = seal.open(orgId, row.channel(), row.settings());
        if (settings.isEmpty() && toldUnreadable.add(orgId + "/" + row.channel())) {
            LOG.error(
                    "The settings of {} of company {} were sealed with another key: put keys/notice.key back from a backup, or enter "
                            + "the settings again. Nothing is sent on this channel until then.",
                    row.channel(),
                    orgId);
        }
        return settings;
    }

    /**
     * What a company can count on, and what it costs.
     *
     * @param simulated nobody is really reached
     * @param priceFen of one piece of an SMS, one minute of a call, one e-mail
     */
    public record Offer(Channel channel, boolean ready, boolean simulated, int priceFen) {}

    /** One for each channel. */
    public Map<Channel, Offer> offers(long orgId) {
        Map<Channel, Offer> offers = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            Optional<Line> line = find(orgId, channel);
            offers.put(
                    channel,
                    new Offer(
                            channel,
                            line.isPresent(),
                            line.map(l -> l.carrier().kind().isSimulated()).orElse(false),
                            line.map(Line::priceFen).orElse(0)));
        }
        return offers;
    }

    /** One for each channel, also those without a carrier. */
    List<ChannelView> list(Actor actor) {
        requireAdmin(actor);
        Map<Channel, CarrierStore.Row> rows = new EnumMap<>(Channel.class);
        store.list(actor.orgId()).forEach(row -> rows.put(row.channel(), row));
        return Arrays.stream(Channel.values())
                .map(channel -> view(actor.orgId(), channel, rows.get(channel)))
                .toList();
    }

    private ChannelView get(Actor actor, Channel channel) {
        return view(actor.orgId(), channel, store.find(actor.orgId(), channel).orElse(null));
    }

    private ChannelView view(long orgId, Channel channel, CarrierStore.@Nullable Row row) {
        List<CarrierKind> possible = kinds.keySet().stream()
                .filter(kind -> kind.channel() == channel && !kind.isSimulated())
                .toList();
        if (row == null) {
            return builtIn(channel)
                    .map(line -> ChannelView.builtIn(channel, line, possible))
                    .orElseGet(() -> ChannelView.missing(channel, possible));
        }
        Carrier carrier = kinds.get(row.kind());
        Optional<JsonNode> settings = open(orgId, row).map(json::readTree);
        if (carrier == null || settings.isEmpty()) {
            return ChannelView.unreadable(row, possible);
        }
        SecretFields secrets = new SecretFields(carrier.secrets());
        return ChannelView.of(row, possible, secrets.hide(settings.get()), secrets.present(settings.get()));
    }

    @Transactional
    ChannelView put(Actor actor, Channel channel, CarrierRequest input) {
        requireAdmin(actor);
        Carrier carrier = kinds.get(input.kind());
        if (carrier == null || input.kind().channel() != channel) {
            throw PlatformProblem.INVALID.problem("field", "kind");
        }
        JsonNode fresh = input.settings() == null ? json.createObjectNode() : json.valueToTree(input.settings());
        Optional<String> before = store.find(actor.orgId(), channel)
                .filter(row -> row.kind() == input.kind())
                .flatMap(row -> seal.open(actor.orgId(), channel, row.settings()));
        JsonNode merged =
                before.isEmpty() ? fresh : new SecretFields(carrier.secrets()).keep(fresh, json.readTree(before.get()));
        String checked = check(carrier, json.writeValueAsString(merged));
        before.ifPresent(old -> CarrierChanges.requireSecretsStay(carrier, fresh, old, checked));
        store(actor, carrier, checked, input);
        return get(actor, channel);
    }

    private String check(Carrier carrier, String settings) {
        String checked;
        try {
            checked = carrier.check(settings);
        } catch (JacksonException unreadable) {
            // Its text would repeat what was entered.
            throw NoticeProblem.BAD_SETTINGS.problem("field", "settings");
        }
        for (Carrier.Destination place : carrier.destinations(checked)) {
            if (networks.refuses(place.host())) {
                throw NoticeProblem.ADDRESS_REFUSED.problem("field", place.field());
            }
        }
        return checked;
    }

    private void store(Actor actor, Carrier carrier, String checked, CarrierRequest input) {
        Channel channel = carrier.kind().channel();
        CarrierChanges.Connection before = connection(actor.orgId(), channel);
        CarrierStore.Row row = new CarrierStore.Row(
                channel,
                carrier.kind(),
                seal.close(actor.orgId(), channel, checked),
                input.enabled(),
                input.perMinute() == null ? PER_MINUTE : input.perMinute(),
                input.priceFen() == null ? 0 : input.priceFen(),
                clock.instant());
        store.put(actor.orgId(), row, actor.principalId());
        changed(actor, channel, before);
    }

    @Transactional
    ChannelView enable(Actor actor, Channel channel, boolean enabled) {
        requireAdmin(actor);
        Instant now = clock.instant();
        CarrierChanges.Connection before = connection(actor.orgId(), channel);
        if (store.enable(actor.orgId(), channel, enabled, actor.principalId(), now)) {
            changed(actor, channel, before);
        } else {
            Line line = builtIn(channel).orElseThrow(NoticeProblem.NO_CHANNEL::problem);
            CarrierKind kind = line.carrier().kind();
            CarrierRequest standard = new CarrierRequest(kind, null, enabled, line.perMinute(), 0);
            store(actor, line.carrier(), check(line.carrier(), NO_SETTINGS), standard);
        }
        return get(actor, channel);
    }

    @Transactional
    void delete(Actor actor, Channel channel) {
        requireAdmin(actor);
        CarrierChanges.Connection before = connection(actor.orgId(), channel);
        if (!store.delete(actor.orgId(), channel)) {
            throw NoticeProblem.NOT_FOUND.problem();
        }
        changed(actor, channel, before);
    }

    /** The kind in place, working or not. */
    public Optional<CarrierKind> kind(long orgId, Channel channel) {
        return store.find(orgId, channel).map(CarrierStore.Row::kind);
    }

    /** The settings of a carrier in place, for the module that made it; empty when it is another kind's or cannot be opened. */
    public Optional<String> settings(long orgId, CarrierKind kind) {
        return store.find(orgId, kind.channel())
                .filter(row -> row.kind() == kind)
                .flatMap(row -> seal.open(orgId, row.channel(), row.settings()));
    }

    /** The settings of every company that uses this kind now, by company: for carriers that keep a connection open. */
    public Map<Long, String> inUse(CarrierKind kind) {
        Map<Long, String> settings = new LinkedHashMap<>();
        store.inUse(kind).forEach((orgId, row) -> open(orgId, row).ifPresent(opened -> settings.put(orgId, opened)));
        return settings;
    }

    /** Puts a simulated network in place of none or of itself; a real carrier is left alone. @return whether it is in place now */
    @Transactional
    public boolean simulate(Actor actor, CarrierKind kind, String settings) {
        requireAdmin(actor);
        if (!kind.isSimulated()) {
            throw new IllegalArgumentException(kind + " reaches people");
        }
        Optional<CarrierStore.Row> row = store.find(actor.orgId(), kind.channel());
        if (row.isPresent() && row.get().kind() != kind) {
            return false;
        }
        Carrier carrier = kinds.get(kind);
        if (carrier == null) {
            throw PlatformProblem.INVALID.problem("field", "kind");
        }
        store(
                actor,
                carrier,
                check(carrier, settings),
                row.map(r -> new CarrierRequest(kind, null, true, r.perMinute(), r.priceFen()))
                        .orElseGet(() -> new CarrierRequest(kind, null, true, PER_MINUTE, 0)));
        return true;
    }

    /** Takes a simulated network away; a real carrier is left alone. */
    @Transactional
    public void endSimulation(Actor actor, CarrierKind kind) {
        requireAdmin(actor);
        if (kind.isSimulated() && kind(actor.orgId(), kind.channel()).equals(Optional.of(kind))) {
            CarrierChanges.Connection before = connection(actor.orgId(), kind.channel());
            store.delete(actor.orgId(), kind.channel());
            changed(actor, kind.channel(), before);
        }
    }

    private CarrierChanges.@Nullable Connection connection(long orgId, Channel channel) {
        return store.find(orgId, channel)
                .map(row -> new CarrierChanges.Connection(
                        row, seal.open(orgId, channel, row.settings()).map(json::readTree)))
                .orElse(null);
    }

    private void changed(Actor actor, Channel channel, CarrierChanges.@Nullable Connection before) {
        long orgId = actor.orgId();
        events.publishEvent(changes.between(actor, channel, before, connection(orgId, channel)));
        toldUnreadable.remove(orgId + "/" + channel);
        AfterCommit.run(() -> kinds.values().stream()
                .filter(carrier -> carrier.kind().channel() == channel)
                .forEach(carrier -> carrier.forget(orgId)));
    }

    /** Who may see and change how channels are connected. */
    public static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw PlatformProblem.FORBIDDEN.problem();
        }
    }
}
