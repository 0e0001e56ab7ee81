package org.qiao.voice;

import java.time.Duration;
import java.util.Arrays;

/** What a call says from its first to its last packet: a moment of silence, the reading several times with pauses, silence for the answer. */
final class Playlist {

    static final int FRAME_SAMPLES = 160; // 20 ms
    static final Duration FRAME = Duration.ofMillis(20);

    private final byte[] reading; // whole frames
    private final int times;
    private final CallPace pace;
    private final boolean asks;
    private final byte[] silence;

    Playlist(G711 codec, short[] samples, boolean asks, CallPace pace) {
        byte quiet = codec.encode((short) 0);
        byte[] codes = codec.encode(samples);
        reading = Arrays.copyOf(codes, (codes.length + FRAME_SAMPLES - 1) / FRAME_SAMPLES * FRAME_SAMPLES);
        Arrays.fill(reading, codes.length, reading.length, quiet);
        silence = new byte[FRAME_SAMPLES];
        Arrays.fill(silence, quiet);
        times = pace.readings(samples.length, asks);
        this.asks = asks;
        this.pace = pace;
    }

    int frames() {
        Duration end = asks ? pace.answer() : pace.lead();
        return count(pace.lead()) + times * block() - count(pace.pause()) + count(end);
    }

    byte[] frame(int number) {
        int position = number - count(pace.lead());
        int inBlock = Math.floorMod(position, block());
        boolean speaks = position >= 0 && position / block() < times && inBlock < reading.length / FRAME_SAMPLES;
        return speaks ? Arrays.copyOfRange(reading, inBlock * FRAME_SAMPLES, (inBlock + 1) * FRAME_SAMPLES) : silence;
    }

    private int block() {
        return reading.length / FRAME_SAMPLES + count(pace.pause());
    }

    private static int count(Duration time) {
        return (int) (time.toMillis() / FRAME.toMillis());
    }
}
