package org.qiao.noticevoice;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Files;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeText;
import org.qiao.notice.Returns;
import org.qiao.notice.SettingsJson;
import org.qiao.platform.Problem;
import org.qiao.platform.Texts;
import org.qiao.voice.Announcement;
import org.qiao.voice.CallResult;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.Trunk;
import org.qiao.voice.VoiceCalls;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Telephone calls through the company's line: settings in, what the call has brought out. The calling is {@link VoiceCalls}. */
@Component
class SipCarrier implements Carrier {

    private static final int RECORDING_MAX = 32 << 20;

    private final VoiceCalls calls;
    private final Files files;
    private final Returns returns;
    private final JsonMapper json;

    SipCarrier(VoiceCalls calls, Files files, Returns returns, JsonMapper json) {
        this.calls = calls;
        this.files = files;
        this.returns = returns;
        this.json = json;
    }

    @Override
    public CarrierKind kind() {
        return CarrierKind.SIP;
    }

    @Override
    public Duration patience() {
        return VoiceCalls.patience(Duration.ofSeconds(SipSettings.RING_MAX));
    }

    @Override
    public String check(String settings) {
        SipSettings checked =
                SettingsJson.read(json, settings, SipSettings.class).checked();
        // The operator's program, not a field of these settings; named so that its absence has a text.
        SettingsJson.require(calls.canSpeak(), "tts");
        try {
            SettingsJson.require(calls.speaks(Locale.SIMPLIFIED_CHINESE, checked.voice(true)), "voiceZh");
            SettingsJson.require(calls.speaks(Locale.ENGLISH, checked.voice(false)), "voiceEn");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SettingsJson.bad("tts");
        }
        return json.writeValueAsString(checked);
    }

    @Override
    public List<Destination> destinations(String settings) {
        Trunk trunk =
                SettingsJson.read(json, settings, SipSettings.class).checked().trunk();
        Trunk.Endpoint proxy = trunk.outboundProxy();
        Trunk.Endpoint hop = proxy == null ? trunk.host() : proxy;
        String field = proxy == null ? "host" : "outboundProxy";
        return List.of(new Destination(field, hop.host(), hop.port(), trunk.username(), 0));
    }

    @Override
    public Outcome carry(String settings, Parcel parcel) {
        SipSettings line = SettingsJson.read(json, settings, SipSettings.class).checked();
        boolean chinese = Texts.isChinese(parcel.locale());
        NoticeText text = parcel.text();
        Announcement announcement = new Announcement(
                text.speech() == null ? text.text() : text.speech(),
                parcel.locale(),
                line.voice(chinese),
                recording(parcel),
                parcel.asks());
        try {
            return outcome(calls.call(
                    parcel.orgId(),
                    line.trunk(),
                    line.dialled(parcel.address()),
                    announcement,
                    () -> returns.rang(parcel.orgId(), parcel.id())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(FailReason.GAVE_UP, null);
        }
    }

    /** A recording that is gone or too large is replaced by the spoken text. */
    private byte @Nullable [] recording(Parcel parcel) {
        Long id = parcel.text().recording();
        try {
            return id == null ? null : files.read(parcel.orgId(), id, RECORDING_MAX);
        } catch (Problem gone) {
            return null;
        }
    }

    static Outcome outcome(CallResult result) {
        return switch (result) {
            case CallResult.Answered(boolean confirmed, int minutes) ->
                confirmed ? new Outcome.Answered("1", minutes) : new Outcome.Delivered(minutes);
            case CallResult.NotReached(CallResult.Why why) -> new Outcome.Failed(reason(why), 0);
            case CallResult.TryLater(Obstacle obstacle, @Nullable Duration pause) ->
                new Outcome.Later(obstacle == Obstacle.NETWORK ? FailReason.NO_ROUTE : FailReason.GAVE_UP, pause);
        };
    }

    private static FailReason reason(CallResult.Why why) {
        return switch (why) {
            case BUSY -> FailReason.BUSY;
            case NO_ANSWER -> FailReason.NO_ANSWER;
            case NO_ROUTE -> FailReason.NO_ROUTE;
            case INVALID_NUMBER -> FailReason.INVALID_ADDRESS;
            case REFUSED -> FailReason.REFUSED;
        };
    }
}
