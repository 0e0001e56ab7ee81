package org.qiao.voice;

/** What became of a request. */
record SipResponse(int status, String reason, SipHeaders headers, byte[] body) implements SipMessage {

    private static final int FIRST_FINAL = 200;
    private static final int FIRST_REDIRECT = 300;

    @Override
    public String startLine() {
        return "SIP/2.0 " + status + " " + reason;
    }

    boolean isProvisional() {
        return status < FIRST_FINAL;
    }

    boolean isSuccess() {
        return status >= FIRST_FINAL && status < FIRST_REDIRECT;
    }

    boolean isChallenge() {
        return status == 401 || status == 407;
    }

    String toTag() {
        return SipAddress.parameter(headers().get("To"), "tag");
    }
}
