package org.qiao.noticesim;

/** What becomes of an SMS to a phone. */
enum Delivery {
    AT_ONCE,
    /** After two minutes. */
    DELAYED,
    /** The network took it and never says another word. */
    NEVER,
    /** The network says twice that it has arrived. */
    TWICE,
    /** The network took it and then says that it could not be delivered. */
    UNDELIVERABLE
}
