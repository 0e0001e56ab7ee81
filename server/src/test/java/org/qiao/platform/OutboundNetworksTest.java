package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundNetworksTest {

    /** What the server has when the operator says nothing. */
    private static final OutboundNetworks USUAL =
            OutboundNetworks.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2001:4860::1, true",
        "10.1.2.3, true",
        "172.31.255.255, true",
        "172.32.0.1, true",
        "192.168.1.1, true",
        "100.64.0.1, true",
        "fd00::1, true",
        "127.0.0.1, false",
        "127.8.8.8, false",
        "::1, false",
        "::ffff:127.0.0.1, false",
        "0.0.0.0, false",
        "::, false",
        "169.254.169.254, false",
        "169.254.0.7, false",
        "fe80::1, false",
        "100.100.100.200, false",
        "192.0.0.192, false",
        "168.63.129.16, false",
        "fd00:ec2::254, false",
        "224.0.0.1, false",
        "255.255.255.255, false"
    })
    void theInternetAndTheOwnNetworkButNeitherThisMachineNorTheCloud(String address, boolean allowed) {
        assertThat(USUAL.allows(InetAddress.ofLiteral(address))).isEqualTo(allowed);
        assertThat(USUAL.refuses(address)).isEqualTo(!allowed);
    }

    @Test
    void theOperatorMayListOthers() throws Exception {
        OutboundNetworks local = OutboundNetworks.of("127.0.0.1", "169.254.169.254");

        assertThat(local.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(local.allows(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(local.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(local.allows(InetAddress.ofLiteral("169.254.169.254"))).isTrue();
        assertThat(OutboundNetworks.of("0.0.0.0/0").allows(InetAddress.ofLiteral("169.254.169.254")))
                .isFalse();
        assertThat(OutboundNetworks.of().allows(InetAddress.ofLiteral("10.0.0.1")))
                .isFalse();
        assertThat(local.find("127.0.0.1")).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "localhost.", "mail.localhost"})
    void aNameThatMeansThisMachineIsRefusedWithoutAsking(String name) {
        assertThat(USUAL.refuses(name)).isTrue();
        assertThat(USUAL.refuses("mail.example.com")).isFalse();
        assertThat(OutboundNetworks.of("127.0.0.0/8").refuses(name)).isFalse();
    }

    @Test
    void whatANameMeansIsLookedAtWhenItIsUsed() throws Exception {
        assertThatThrownBy(() -> USUAL.find("localhost")).isInstanceOf(OutboundNetworks.Refused.class);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = USUAL.socket(10)) {
            InetSocketAddress here = new InetSocketAddress("localhost", server.getLocalPort());
            assertThatThrownBy(() -> socket.connect(here, 1_000)).isInstanceOf(OutboundNetworks.Refused.class);
            assertThatThrownBy(() -> socket.connect(here)).isInstanceOf(OutboundNetworks.Refused.class);
        }
    }

    @Test
    void aServerCannotSayMoreThanWasAgreed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = OutboundNetworks.of("127.0.0.0/8", "::1").socket(5)) {
            socket.connect(server.getLocalSocketAddress(), 1_000);
            try (Socket other = server.accept()) {
                other.getOutputStream().write(new byte[6]);
                assertThatThrownBy(() -> socket.getInputStream().readNBytes(6)).hasMessageContaining("too much");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "somewhere", "::/129"})
    void aListThatCannotBeMeantKeepsTheServerFromStarting(String network) {
        assertThatThrownBy(() -> new OutboundNetworks(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }
}
