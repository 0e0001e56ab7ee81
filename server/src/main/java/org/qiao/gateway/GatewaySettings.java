package org.qiao.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operator's choices for the socket port; the defaults come from the limits table of the fault programme.
 *
 * @param port where the socket listens; 0 takes any free port
 * @param publicUrl what clients are told, for example wss://chat.example.com/socket; empty = the page's host with {@code port}
 * @param origins origins besides the server's own from which a browser's cookie is accepted
 * @param heartbeatSeconds clients say something at least this often; after 2.5 times of silence the socket is closed
 * @param maxFrameBytes a longer message, whole or in fragments, closes the socket with 1009
 * @param ringFrames how many numbered events are kept for resuming
 * @param ringBytes how many bytes of them, and how much may wait unsent in one socket before it counts as slow
 * @param replayBytes how many bytes of events all sessions together keep; beyond it each keeps its last few
 * @param resumeSeconds how long a session survives without a socket
 * @param slowSeconds a socket that stays slow for longer is closed with 4008
 * @param maxSocketsPerPerson one more closes the oldest with 4010
 * @param maxConnections more are closed at once
 * @param connectionsPerSecond upgrades of one address, loopback excepted (a proxy has its own limits); 0 = no limit
 * @param connectionsBurst how many at once before that limit counts
 * @param admissionsPerSecond upgrades of all addresses and syncs, so that a reconnect storm does not drown the database
 * @param commandsPerSecond commands of one socket
 * @param commandsBurst how many at once before that limit counts
 * @param guest what holds for customers instead
 */
@Validated
@ConfigurationProperties("qiao.gateway")
record GatewaySettings(
        @Min(0) @Max(65_535) @DefaultValue("8081") int port,
        @NotNull @DefaultValue("") String publicUrl,
        @NotNull @DefaultValue List<String> origins,
        @Min(1) @Max(300) @DefaultValue("30") int heartbeatSeconds,
        @Min(1_024) @Max(1_048_576) @DefaultValue("131072") int maxFrameBytes,
        @Min(1) @Max(4_096) @DefaultValue("256") int ringFrames,
        @Min(4_096) @Max(4_194_304) @DefaultValue("262144") int ringBytes,

        @Min(1_048_576) @Max(8_589_934_592L) @DefaultValue("67108864")
        long replayBytes,

        @Min(0) @Max(600) @DefaultValue("60") int resumeSeconds,
        @Min(1) @Max(600) @DefaultValue("30") int slowSeconds,
        @Min(1) @Max(1_000) @DefaultValue("20") int maxSocketsPerPerson,
        @Min(1) @Max(10_000_000) @DefaultValue("50000") int maxConnections,
        @Min(0) @Max(100_000) @DefaultValue("20") int connectionsPerSecond,
        @Min(1) @Max(100_000) @DefaultValue("60") int connectionsBurst,
        @Min(1) @Max(100_000) @DefaultValue("300") int admissionsPerSecond,
        @Min(1) @Max(100_000) @DefaultValue("30") int commandsPerSecond,
        @Min(1) @Max(100_000) @DefaultValue("60") int commandsBurst,
        @Valid @NotNull @DefaultValue GuestLimits guest) {

    /**
     * Customers: more of them than employees, each with less to say.
     *
     * @param maxSockets one more closes the oldest
     * @param admissionsPerSecond upgrades and syncs of all of them: a crowd at the door keeps no employee out
     */
    record GuestLimits(
            @Min(1) @Max(1_000) @DefaultValue("5") int maxSockets,
            @Min(1) @Max(100_000) @DefaultValue("200") int admissionsPerSecond,
            @Min(1) @Max(100_000) @DefaultValue("5") int commandsPerSecond,
            @Min(1) @Max(100_000) @DefaultValue("20") int commandsBurst) {}

    /** Silence of 2.5 heartbeats: one may be lost, two in a row mean that nobody is there. */
    long silenceNanos() {
        return heartbeatSeconds * 2_500_000_000L;
    }
}
