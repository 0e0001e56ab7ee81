package org.qiao.file;

import java.time.Instant;

/**
 * A link that opens one file for one person for a short time.
 *
 * @param url path on this server: "/files/…"; with {@code ?inline=1} pictures, sound and video are shown instead of saved
 */
public record Ticket(String url, Instant expiresAt) {}
