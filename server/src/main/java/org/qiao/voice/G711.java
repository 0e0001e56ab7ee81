package org.qiao.voice;

/** The two codecs that every telephone network knows: 8,000 samples a second, a byte each. ITU-T G.711. */
enum G711 {
    PCMU(0) {
        @Override
        byte encode(short sample) {
            int sign = sample < 0 ? 0x80 : 0;
            int magnitude = Math.min(Math.abs((int) sample), MU_CLIP) + MU_BIAS;
            int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
            int mantissa = (magnitude >> (exponent + 3)) & 0x0f;
            return (byte) ~(sign | (exponent << 4) | mantissa);
        }

        @Override
        short decode(byte code) {
            int bits = ~code & 0xff;
            int exponent = (bits >> 4) & 7;
            int magnitude = ((((bits & 0x0f) << 3) + MU_BIAS) << exponent) - MU_BIAS;
            return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
        }
    },
    PCMA(8) {
        @Override
        byte encode(short sample) {
            int sign = sample < 0 ? 0 : 0x80;
            int magnitude = (sample < 0 ? -sample - 1 : sample) >> 4; // eleven bits and the sign
            int segment = Math.max(0, 31 - Integer.numberOfLeadingZeros(magnitude | 1) - 3);
            int mantissa = segment == 0 ? magnitude : (magnitude >> (segment - 1)) & 0x0f;
            return (byte) ((sign | (segment << 4) | mantissa) ^ ALTERNATE);
        }

        @Override
        short decode(byte code) {
            int bits = (code ^ ALTERNATE) & 0xff;
            int segment = (bits >> 4) & 7;
            int magnitude = ((bits & 0x0f) << 4) + 8;
            if (segment > 0) {
                magnitude = (magnitude + 0x100) << (segment - 1);
            }
            return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
        }
    };

    static final int SAMPLE_RATE = 8_000;

    private static final int MU_BIAS = 0x84;
    private static final int MU_CLIP = 32_635;
    private static final int ALTERNATE = 0x55;

    private final int payloadType;

    G711(int payloadType) {
        this.payloadType = payloadType;
    }

    /** Of RFC 3551. */
    int payloadType() {
        return payloadType;
    }

    abstract byte encode(short sample);

    abstract short decode(byte code);

    byte[] encode(short[] samples) {
        byte[] codes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            codes[i] = encode(samples[i]);
        }
        return codes;
    }

    short[] decode(byte[] codes) {
        short[] samples = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            samples[i] = decode(codes[i]);
        }
        return samples;
    }
}
