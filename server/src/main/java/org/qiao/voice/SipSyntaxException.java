package org.qiao.voice;

/** These bytes are no SIP message. Carries no stack trace: garbage from the network must be cheap. */
final class SipSyntaxException extends RuntimeException {

    SipSyntaxException(String what) {
        super(what, null, false, false);
    }
}
