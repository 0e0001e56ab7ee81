package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of every common form become what a telephone carries: the tone stays, its length stays. */
class WavTest {

    @ParameterizedTest
    @CsvSource({
        "8000,16,1",
        "16000,16,1",
        "22050,16,1",
        "44100,16,2",
        "48000,24,2",
        "96000,32,1",
        "11025,8,1",
        "8000,8,2"
    })
    void aToneStaysATone(int rate, int bits, int channels) {
        short[] heard = Wav.read(wav(1, rate, bits, channels, tone(rate, 1_000, bits, channels)))
                .orElseThrow();

        assertThat(heard.length).isBetween(7_999, 8_001);
        assertThat(loudness(heard, 1_000)).isBetween(9_000.0, 11_000.0);
        assertThat(loudness(heard, 2_000)).isLessThan(300);
    }

    @Test
    void whatATelephoneCannotCarryDoesNotFoldBack() {
        short[] heard =
                Wav.read(wav(1, 44_100, 16, 1, tone(44_100, 7_000, 16, 1))).orElseThrow();

        assertThat(loudness(heard, 1_000)).isLessThan(100);
        assertThat(Arrays.stream(toInts(heard))
                        .skip(100)
                        .limit(7_800)
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(300);
    }

    @Test
    void telephoneCodingsAreDecoded() {
        short[] samples = {0, 1_000, -1_000, 20_000};
        for (int type : new int[] {6, 7}) {
            G711 codec = type == 6 ? G711.PCMA : G711.PCMU;
            assertThat(Wav.read(wav(type, 8_000, 8, 1, codec.encode(samples))).orElseThrow())
                    .isEqualTo(codec.decode(codec.encode(samples)));
        }
    }

    @Test
    void aStreamThatDidNotKnowItsLengthIsRead() {
        byte[] file = wav(1, 8_000, 16, 1, new byte[320]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

        assertThat(Wav.read(file).orElseThrow()).hasSize(160);
    }

    @Test
    void aLongRecordingIsCutAtTwoMinutes() {
        assertThat(Wav.read(wav(1, 8_000, 8, 1, new byte[8_000 * 150])).orElseThrow())
                .hasSize(8_000 * 120);
    }

    @Test
    void otherFilesAreNone() {
        assertThat(Wav.read("OggS and so on, long enough to look at".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(Wav.read(new byte[0])).isEmpty();
        assertThat(Wav.read(wav(3, 8_000, 32, 1, new byte[8])))
                .as("floating point")
                .isEmpty();
        assertThat(Wav.read(wav(1, 8_000, 12, 1, new byte[8]))).isEmpty();
        assertThat(Wav.read(wav(1, 8_000, 16, 0, new byte[8]))).isEmpty();
        assertThat(Wav.read(wav(1, 0, 16, 1, new byte[8]))).isEmpty();
        assertThat(Wav.read(wav(1, 8_000, 16, 1, new byte[0]))).as("no sound").isEmpty();
    }

    @Test
    void damagedFilesAreReadOrNot() {
        byte[] whole = wav(1, 16_000, 16, 2, new byte[200]);
        Random random = new Random(8_000);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(Math.min(50, bytes.length))] = (byte) random.nextInt(256);
            }
            Wav.read(bytes).ifPresent(samples -> assertThat(samples).isNotEmpty());
        }
    }

    static byte[] wav(int type, int rate, int bits, int channels, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) type).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return file.array();
    }

    /** One second of a sine of amplitude 10,000. */
    static byte[] tone(int rate, int hertz, int bits, int channels) {
        ByteBuffer data = ByteBuffer.allocate(rate * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rate; i++) {
            int sample = (int) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
            for (int channel = 0; channel < channels; channel++) {
                switch (bits) {
                    case 8 -> data.put((byte) ((sample >> 8) + 128));
                    case 16 -> data.putShort((short) sample);
                    case 24 -> data.put((byte) 0).putShort((short) sample);
                    default -> data.putInt(sample << 16);
                }
            }
        }
        return data.array();
    }

    /** The amplitude of one frequency, away from the edges. */
    static double loudness(short[] samples, int hertz) {
        double sine = 0;
        double cosine = 0;
        int from = samples.length / 8;
        int to = samples.length - from;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * hertz * i / 8_000;
            sine += samples[i] * Math.sin(angle);
            cosine += samples[i] * Math.cos(angle);
        }
        return 2 * Math.hypot(sine, cosine) / (to - from);
    }

    private static int[] toInts(short[] samples) {
        int[] ints = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            ints[i] = samples[i];
        }
        return ints;
    }
}
