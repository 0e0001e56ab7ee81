package org.qiao.notice;

import java.util.Optional;
import org.qiao.platform.SecretKeyFile.Seal;

/** Closes and opens the settings of carriers: what was closed for one company and channel opens for no other. */
final class SettingsSeal {

    private final Seal seal;

    SettingsSeal(byte[] key) {
        this.seal = new Seal(key);
    }

    byte[] close(long orgId, Channel channel, String settings) {
        return seal.close(name(orgId, channel), settings);
    }

    /** Empty when the key is another one, or the bytes are not as they were. */
    Optional<String> open(long orgId, Channel channel, byte[] sealed) {
        return seal.open(name(orgId, channel), sealed);
    }

    private static String name(long orgId, Channel channel) {
        return "notice_carrier:" + orgId + ":" + channel;
    }
}
