package org.qiao.account;

import org.jspecify.annotations.Nullable;

/**
 * A device that signs in.
 *
 * @param principalId the company it works in first; null when the account has none
 * @param bearer a program that keeps the token itself; lives longer than a browser's cookie
 * @param device shown in the list of devices, at most {@link #MAX_DEVICE} characters are kept
 */
public record NewSession(long accountId, @Nullable Long principalId, boolean bearer, String device, String address) {

    static final int MAX_DEVICE = 200;

    public NewSession {
        device = device.length() > MAX_DEVICE ? device.substring(0, MAX_DEVICE) : device;
    }
}
