package org.qiao.voice;

import java.util.ArrayList;
import java.util.List;

/** What one side asks of the other. */
record SipRequest(String method, String uri, SipHeaders headers, byte[] body) implements SipMessage {

    static final byte[] NO_BODY = {};

    @Override
    public String startLine() {
        return method + " " + uri + " SIP/2.0";
    }

    /** The answer to this request, with what RFC 3261 8.2.6.2 wants to see again. */
    SipResponse answer(int status, String reason) {
        List<SipHeaders.Header> headers = new ArrayList<>();
        for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            for (String line : headers().lines(name)) {
                headers.add(new SipHeaders.Header(name, line));
            }
        }
        return new SipResponse(status, reason, new SipHeaders(headers), NO_BODY);
    }
}
