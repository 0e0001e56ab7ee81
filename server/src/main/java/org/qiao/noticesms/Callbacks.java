package org.qiao.noticesms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.Carriers;
import org.qiao.notice.Channel;
import org.qiao.notice.ChannelChanged;
import org.qiao.notice.Inbound;
import org.qiao.notice.NoticeProblem;
import org.qiao.notice.Telephone;
import org.qiao.platform.Actor;
import org.qiao.platform.FieldChanges.FieldChange;
import org.qiao.platform.PerMinute;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.qiao.platform.SecureTokens;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The address at which a company's SMS gateway tells what became of messages and who wrote back. Its secret is a token in the
 * path, of which we keep only the hash.
 */
@Service
class Callbacks {

    static final String PATH = "/api/notice/callbacks";

    private static final String ADDRESS = "callbackAddress";
    private static final int MAX_NOTICES = 1_000;
    private static final int MAX_KEYS = 10_000;

    private final CallbackStore store;
    private final Carriers carriers;
    private final Inbound inbound;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PerMinute limits = new PerMinute(MAX_KEYS);

    Callbacks(
            CallbackStore store,
            Carriers carriers,
            Inbound inbound,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.events = events;
        this.inbound = inbound;
        this.json = json;
        this.clock = clock;
    }

    CallbackView get(Actor actor) {
        Carriers.requireAdmin(actor);
        return new CallbackView(
                rules(actor.orgId()).isPresent(),
                store.openedAt(actor.orgId(), Channel.SMS).orElse(null));
    }

    /** A new address for the company's gateway; the one before is gone. */
    @Transactional
    CallbackView.CallbackAddress open(Actor actor, String base) {
        Carriers.requireAdmin(actor);
        if (rules(actor.orgId()).isEmpty()) {
            throw NoticeProblem.NO_CALLBACK.problem();
        }
        String token = SecureTokens.create();
        Instant now = clock.instant();
        store.put(actor.orgId(), Channel.SMS, SecureTokens.hash(token), now);
        tell(actor, List.of(), List.of(ADDRESS));
        return new CallbackView.CallbackAddress(base + PATH + "/" + token, now);
    }

    @Transactional
    void close(Actor actor) {
        Carriers.requireAdmin(actor);
        String openedAt = store.openedAt(actor.orgId(), Channel.SMS)
                .orElseThrow(NoticeProblem.NOT_FOUND::problem)
                .toString();
        store.remove(actor.orgId(), Channel.SMS);
        tell(actor, List.of(new FieldChange(ADDRESS, openedAt, null)), List.of());
    }

    private void tell(Actor actor, List<FieldChange> fields, List<String> secrets) {
        events.publishEvent(
                new ChannelChanged(actor, Channel.SMS, CarrierKind.HTTP_SMS, CarrierKind.HTTP_SMS, fields, secrets));
    }

    /** With the gateway goes its address: the next one must not answer to what the old one knows. */
    @EventListener
    void on(ChannelChanged event) {
        if (event.before() == CarrierKind.HTTP_SMS && event.after() != CarrierKind.HTTP_SMS) {
            store.remove(event.actor().orgId(), Channel.SMS);
        }
    }

    /** As the settings of the gateway in place say; empty when it is of another kind or they do not say. */
    private Optional<CallbackRules> rules(long orgId) {
        return carriers.settings(orgId, CarrierKind.HTTP_SMS)
                .map(settings -> json.readValue(settings, HttpSmsSettings.class).callback());
    }

    /**
     * Takes what a gateway posted, all of it or, when something fails, a beginning that does no harm when it comes again.
     *
     * @param from address of the caller: guesses are counted by it
     * @return what the gateway wants to hear
     */
    String take(String token, String from, boolean form, byte[] body) {
        requireLeft("guesses " + from, 60, false);
        long orgId = store.find(SecureTokens.hash(token)).orElseThrow(() -> {
            requireLeft("guesses " + from, 60, true);
            return NoticeProblem.NOT_FOUND.problem();
        });
        requireLeft("company " + orgId, 6_000, true);
        CallbackRules rules = rules(orgId).orElseThrow(NoticeProblem.NOT_FOUND::problem);
        JsonNode tree = form ? fields(body) : tree(body);
        for (JsonNode notice : notices(tree, rules)) {
            rules.read(notice).ifPresent(told -> tell(orgId, told));
        }
        return rules.answer();
    }

    private void tell(long orgId, CallbackRules.Told told) {
        switch (told) {
            case CallbackRules.Told.Delivered delivered ->
                inbound.receipt(orgId, CarrierKind.HTTP_SMS, delivered.reference(), true, null);
            case CallbackRules.Told.Failed failed ->
                inbound.receipt(orgId, CarrierKind.HTTP_SMS, failed.reference(), false, failed.reason());
            case CallbackRules.Told.Written written ->
                Telephone.normal(written.from())
                        .ifPresent(number -> inbound.reply(orgId, CarrierKind.HTTP_SMS, number, written.text()));
        }
    }

    private static List<JsonNode> notices(JsonNode tree, CallbackRules rules) {
        JsonNode list = tree.at(rules.list());
        if (!list.isArray()) {
            return list.isObject() ? List.of(list) : List.of();
        }
        if (list.size() > MAX_NOTICES) {
            throw PlatformProblem.TOO_LARGE.problem();
        }
        return list.valueStream().toList();
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw PlatformProblem.UNREADABLE.problem();
        }
    }

    private JsonNode fields(byte[] body) {
        ObjectNode object = json.createObjectNode();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                object.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return object;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw PlatformProblem.UNREADABLE.problem();
        }
    }

    /** @param perMinute also the most at once */
    private void requireLeft(String key, int perMinute, boolean take) {
        if (!(take ? limits.take(key, perMinute) : limits.isLeft(key, perMinute))) {
            throw PlatformProblem.TOO_MANY.problem(Problem.RETRY_AFTER, 5);
        }
    }
}
