package org.qiao.voice;

/** To 8,000 samples a second, without what a telephone cannot carry: a windowed sinc at each new moment. */
final class Resampler {

    private static final int HALF_WIDTH = 16; // zero crossings on each side
    private static final double PASS = 0.94; // of half the lower rate

    private Resampler() {}

    static short[] toTelephone(short[] samples, int rate) {
        if (rate == G711.SAMPLE_RATE) {
            return samples;
        }
        double step = (double) rate / G711.SAMPLE_RATE;
        double cut = PASS * Math.min(1, 1 / step); // in parts of half the old rate
        double reach = HALF_WIDTH / cut;
        short[] result = new short[(int) (samples.length / step)];
        for (int i = 0; i < result.length; i++) {
            result[i] = at(samples, i * step, cut, reach);
        }
        return result;
    }

    private static short at(short[] samples, double moment, double cut, double reach) {
        int from = (int) Math.max(0, Math.ceil(moment - reach));
        int to = (int) Math.min(samples.length - 1, Math.floor(moment + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double distance = moment - i;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
            sum += samples[i] * window * sinc(distance * cut) * cut;
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
