package org.qiao.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.SecureTokens;

/** Announcements as sound. What was made is kept by the hash of its content, so a DING to a thousand people is spoken once. */
final class Speech {

    private static final int CACHE_BYTES = 32 << 20;
    private static final int TEXT_MAX = 4_000;
    private static final int PAUSE_SAMPLES = G711.SAMPLE_RATE / 2;

    private final SpeakingProgram program;
    private final Cache<String, short[]> made = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((String key, short[] samples) -> 2 * samples.length + 2 * key.length())
            .build();

    Speech(SpeakingProgram program) {
        this.program = program;
    }

    /** One reading; empty when it can be neither played nor spoken. */
    Optional<short[]> reading(Announcement announcement) throws InterruptedException {
        Optional<short[]> content = recorded(announcement.recording());
        if (content.isEmpty()) {
            content = spoken(announcement.text(), announcement.voice());
        }
        if (content.isEmpty() || !announcement.asks()) {
            return content;
        }
        short[] words =
                spoken(announcement.confirmWords(), announcement.voice()).orElse(new short[0]);
        return content.map(first -> join(first, words));
    }

    /** Whether this voice can be heard on this machine. */
    boolean speaks(Announcement sample) throws InterruptedException {
        return spoken(sample.confirmWords(), sample.voice()).isPresent();
    }

    private Optional<short[]> recorded(byte @Nullable [] recording) {
        if (recording == null) {
            return Optional.empty();
        }
        String key = hash(recording, "");
        short[] known = made.getIfPresent(key);
        return known != null ? Optional.of(known) : keep(key, Wav.read(recording));
    }

    private Optional<short[]> spoken(String text, String voice) throws InterruptedException {
        String plain = plain(text);
        String key = hash(plain.getBytes(StandardCharsets.UTF_8), voice);
        short[] known = made.getIfPresent(key);
        return known != null
                ? Optional.of(known)
                : keep(key, program.speak(plain, voice).flatMap(Wav::read));
    }

    private Optional<short[]> keep(String key, Optional<short[]> samples) {
        samples.ifPresent(sound -> made.put(key, sound));
        return samples;
    }

    /** One line without control characters; programs take a line for a text. */
    private static String plain(String text) {
        String line = text.codePoints()
                .limit(TEXT_MAX)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip() + "\n";
    }

    private static short[] join(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + PAUSE_SAMPLES + second.length);
        System.arraycopy(second, 0, both, first.length + PAUSE_SAMPLES, second.length);
        return both;
    }

    private static String hash(byte[] content, String voice) {
        MessageDigest digest = SecureTokens.sha256();
        digest.update(voice.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return HexFormat.of().formatHex(digest.digest(content));
    }
}
