package org.qiao.notice;

/** The kinds of networks, and the channel each serves. */
public enum CarrierKind {
    SMTP(Channel.EMAIL),
    SMPP(Channel.SMS),
    HTTP_SMS(Channel.SMS),
    SIP(Channel.VOICE),
    WEB_PUSH(Channel.PUSH),
    /** Telephones on a page, for trying things out. */
    SIMULATED_SMS(Channel.SMS),
    SIMULATED_VOICE(Channel.VOICE);

    private final Channel channel;

    CarrierKind(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }

    /** Nobody is really reached. */
    public boolean isSimulated() {
        return this == SIMULATED_SMS || this == SIMULATED_VOICE;
    }
}
