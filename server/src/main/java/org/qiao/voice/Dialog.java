package org.qiao.voice;

import java.util.List;

/**
 * What a 2xx has agreed about further requests, RFC 3261 12.1.2.
 *
 * @param remote the To header, with the other side's tag
 * @param target the other side's contact; empty when it is none that we could write to
 * @param routes the way there, our side first
 */
record Dialog(String remote, String tag, String target, List<String> routes) {

    static Dialog of(SipResponse response) {
        String contact = SipAddress.uri(response.headers().get("Contact"));
        return new Dialog(
                response.headers().get("To"),
                response.toTag(),
                SipAddress.isUsable(contact) ? contact : "",
                response.headers().list("Record-Route").reversed());
    }
}
