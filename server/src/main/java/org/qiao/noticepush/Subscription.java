package org.qiao.noticepush;

/**
 * One browser that may be reached while nobody looks at it.
 *
 * @param endpoint of its push service; whoever knows it may try to send, so it is never logged
 * @param p256dh the browser's public key
 * @param auth a secret shared with the browser
 */
record Subscription(long id, String endpoint, byte[] p256dh, byte[] auth) {

    @Override
    public String toString() {
        return "Subscription[" + id + "]";
    }
}
