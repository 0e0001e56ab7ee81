package org.qiao.voice;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qiao.platform.OutboundNetworks;
import org.qiao.voice.CallResult.NotReached;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.CallResult.TryLater;
import org.qiao.voice.CallResult.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The door of this module: one telephone call, from ringing to what it brought. */
@Service
public class VoiceCalls {

    private static final Logger log = LoggerFactory.getLogger(VoiceCalls.class);

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*]{2,32}");
    private static final Duration LINE_PAUSE = Duration.ofSeconds(5);

    private final SpeakingProgram program;
    private final Speech speech;
    private final Lines lines;
    private final OutboundNetworks networks;
    private final CallPace pace;

    @Autowired
    VoiceCalls(VoiceSettings settings, OutboundNetworks networks) {
        this(settings, networks, CallPace.STANDARD);
    }

    VoiceCalls(VoiceSettings settings, OutboundNetworks networks, CallPace pace) {
        this.networks = networks;
        this.program = new SpeakingProgram(settings.tts());
        this.speech = new Speech(program);
        this.lines = new Lines(settings.maxCalls());
        this.pace = pace;
    }

    /**
     * Calls a number and says the announcement. Blocks for at most {@link #patience}; run it on a virtual thread. An interrupt hangs
     * up, and what the call has brought until then is the result.
     *
     * @param number as the trunk wants it dialled
     * @param rang run once, on this thread, when the callee's telephone rings
     */
    public CallResult call(long orgId, Trunk trunk, String number, Announcement announcement, Runnable rang)
            throws InterruptedException {
        if (!NUMBER.matcher(number).matches()) {
            return new NotReached(Why.INVALID_NUMBER);
        }
        if (!lines.take(orgId, trunk.maxCalls())) {
            return new TryLater(Obstacle.ALL_LINES_TAKEN, LINE_PAUSE);
        }
        try {
            Optional<short[]> samples = speech.reading(announcement);
            if (samples.isEmpty()) {
                return new TryLater(Obstacle.NO_SPEECH, null);
            }
            PhoneCall.Order order = new PhoneCall.Order(number, samples.get(), announcement.asks(), rang);
            return new PhoneCall(trunk, order, networks, pace).run();
        } catch (IOException e) {
            log.warn("A call did not leave this machine: {}", e.getClass().getSimpleName());
            return new TryLater(Obstacle.NETWORK, null);
        } finally {
            lines.giveBack(orgId);
        }
    }

    /** Whether the speaking program is installed. */
    public boolean canSpeak() {
        return program.isThere();
    }

    /** Whether it speaks with this voice; tries it. */
    public boolean speaks(Locale locale, String voice) throws InterruptedException {
        return speech.speaks(new Announcement("", locale, voice, null, true));
    }

    /** The longest that {@link #call} can take. */
    public static Duration patience(Duration ring) {
        return CallPace.longest(ring);
    }
}
