package org.qiao.voice;

import java.nio.charset.StandardCharsets;

/** A request or a response of RFC 3261. */
sealed interface SipMessage permits SipRequest, SipResponse {

    String startLine();

    SipHeaders headers();

    byte[] body();

    /** As it goes over the wire; the length of the body is counted here and nowhere else. */
    default byte[] bytes() {
        StringBuilder head = new StringBuilder(startLine()).append("\r\n");
        headers()
                .all()
                .forEach(header -> head.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        head.append("Content-Length: ").append(body().length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body(), 0, whole, start.length, body().length);
        return whole;
    }

    default String callId() {
        return headers().get("Call-ID");
    }

    /** The method that the CSeq header names. */
    default String sequenceMethod() {
        String value = headers().get("CSeq");
        return value.substring(value.indexOf(' ') + 1).strip();
    }

    default long sequence() {
        String value = headers().get("CSeq");
        return Long.parseLong(value.substring(0, value.indexOf(' ')));
    }

    /** The parameter "branch" of the topmost Via: the name of the transaction. */
    default String branch() {
        return SipAddress.parameter(headers().get("Via"), "branch");
    }
}
