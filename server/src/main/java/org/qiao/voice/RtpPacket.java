package org.qiao.voice;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** One packet of RFC 3550. */
record RtpPacket(int payloadType, boolean marker, int sequence, int timestamp, int source, byte[] payload) {

    private static final int HEAD = 12;
    private static final int VERSION = 2 << 6;

    byte[] bytes() {
        ByteBuffer packet = ByteBuffer.allocate(HEAD + payload.length);
        packet.put((byte) VERSION);
        packet.put((byte) (payloadType | (marker ? 0x80 : 0)));
        packet.putShort((short) sequence).putInt(timestamp).putInt(source).put(payload);
        return packet.array();
    }

    /** Empty for what is no RTP. */
    static Optional<RtpPacket> parse(byte[] bytes, int length) {
        if (length < HEAD || (bytes[0] & 0xc0) != VERSION) {
            return Optional.empty();
        }
        ByteBuffer packet = ByteBuffer.wrap(bytes, 0, length);
        int start = HEAD + 4 * (bytes[0] & 0x0f);
        if ((bytes[0] & 0x10) != 0) {
            if (start + 4 > length) {
                return Optional.empty();
            }
            start += 4 + 4 * (packet.getShort(start + 2) & 0xffff);
        }
        int end = (bytes[0] & 0x20) == 0 ? length : length - (bytes[length - 1] & 0xff);
        if (start > end) {
            return Optional.empty();
        }
        return Optional.of(new RtpPacket(
                bytes[1] & 0x7f,
                (bytes[1] & 0x80) != 0,
                packet.getShort(2) & 0xffff,
                packet.getInt(4),
                packet.getInt(8),
                Arrays.copyOfRange(bytes, start, end)));
    }
}
