package org.qiao.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads WAV (PCM of 8 to 32 bits, A-law, µ-law; any rate and number of channels) as a telephone hears it: 8,000 samples a second, one channel. */
final class Wav {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int START = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FORMAT_BYTES = 16;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int EXTENSION_TYPE = 24;
    private static final int RATE_MIN = 4_000;
    private static final int RATE_MAX = 192_000;
    private static final int CHANNELS_MAX = 8;

    private Wav() {}

    /** Empty for what is no such WAV or holds no sound. */
    static Optional<short[]> read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < START || file.getInt(0) != RIFF || file.getInt(8) != WAVE) {
            return Optional.empty();
        }
        Optional<Format> format = Optional.empty();
        int position = START;
        while (position + CHUNK_HEAD <= bytes.length) {
            int start = position + CHUNK_HEAD;
            long said = file.getInt(position + 4) & 0xffffffffL;
            int length = (int) Math.min(said, bytes.length - start); // a stream does not know its length beforehand
            if (file.getInt(position) == FORMAT) {
                format = Format.read(file.slice(start, length).order(ByteOrder.LITTLE_ENDIAN));
            } else if (file.getInt(position) == DATA) {
                ByteBuffer data = file.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
                return format.map(known -> known.samples(data)).filter(samples -> samples.length > 0);
            }
            position = (int) Math.min(bytes.length, start + said + (said & 1));
        }
        return Optional.empty();
    }

    /** How the samples lie in the data. */
    private record Format(Coding coding, int channels, int rate, int bytes) {

        static Optional<Format> read(ByteBuffer chunk) {
            if (chunk.remaining() < FORMAT_BYTES) {
                return Optional.empty();
            }
            int type = chunk.getShort(0) & 0xffff;
            if (type == EXTENSIBLE && chunk.remaining() > EXTENSION_TYPE + 1) {
                type = chunk.getShort(EXTENSION_TYPE) & 0xffff;
            }
            Optional<Coding> coding = Coding.of(type);
            int channels = chunk.getShort(2) & 0xffff;
            int rate = chunk.getInt(4);
            int bits = chunk.getShort(14) & 0xffff;
            boolean sound = channels >= 1 && channels <= CHANNELS_MAX && rate >= RATE_MIN && rate <= RATE_MAX;
            boolean size = coding.filter(one -> one == Coding.PCM).isPresent()
                    ? bits % 8 == 0 && bits >= 8 && bits <= 32
                    : bits == 8;
            return sound && size ? coding.map(one -> new Format(one, channels, rate, bits / 8)) : Optional.empty();
        }

        short[] samples(ByteBuffer data) {
            long most = (long) rate * CallPace.READING_MAX.toSeconds();
            int frames = (int) Math.min(data.remaining() / (bytes * channels), most);
            short[] samples = new short[frames];
            for (int i = 0; i < frames; i++) {
                int sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += sample(data, (i * channels + channel) * bytes);
                }
                samples[i] = (short) (sum / channels);
            }
            return Resampler.toTelephone(samples, rate);
        }

        private short sample(ByteBuffer data, int at) {
            return switch (coding) {
                case A_LAW -> G711.PCMA.decode(data.get(at));
                case MU_LAW -> G711.PCMU.decode(data.get(at));
                case PCM ->
                    bytes == 1
                            ? (short) (((data.get(at) & 0xff) - 128) << 8)
                            : data.getShort(at + bytes - 2); // the two upper bytes
            };
        }
    }

    /** What a sample is. */
    private enum Coding {
        PCM,
        A_LAW,
        MU_LAW;

        static Optional<Coding> of(int type) {
            return switch (type) {
                case 1 -> Optional.of(PCM);
                case 6 -> Optional.of(A_LAW);
                case 7 -> Optional.of(MU_LAW);
                default -> Optional.empty();
            };
        }
    }
}
