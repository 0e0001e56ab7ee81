package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.account.Sessions;
import org.qiao.messaging.SyncLog;
import org.qiao.platform.Problem;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@QiaoTest
class AdmissionTest {

    private static final long SECOND = 1_000_000_000L;

    @Autowired
    Sessions accounts;

    @Autowired
    SyncLog log;

    @Test
    void anAddressConnectsSixtyTimesAtOnceAndThenTwentyTimesASecond() throws UnknownHostException {
        Admission admission = admission(Map.of());
        InetAddress busy = InetAddress.getByName("203.0.113.7");
        for (int i = 0; i < 60; i++) {
            admission.requireRate(busy, 0);
        }

        assertThatThrownBy(() -> admission.requireRate(busy, 0))
                .isInstanceOf(Problem.class)
                .hasMessage("gateway.too_many_connections");
        assertThatCode(() -> admission.requireRate(InetAddress.getByName("203.0.113.8"), 0))
                .doesNotThrowAnyException();
        for (int i = 0; i < 20; i++) {
            admission.requireRate(busy, SECOND);
        }
        assertThatThrownBy(() -> admission.requireRate(busy, SECOND)).isInstanceOf(Problem.class);
    }

    @Test
    void aProxyOnThisMachineAndWhoeverTheOperatorTrustsHasNoLimit() throws UnknownHostException {
        Admission strict = admission(Map.of());
        Admission open = admission(Map.of("qiao.gateway.connections-per-second", "0"));
        InetAddress outside = InetAddress.getByName("203.0.113.7");

        for (int i = 0; i < 1_000; i++) {
            strict.requireRate(InetAddress.getLoopbackAddress(), 0);
            open.requireRate(outside, 0);
        }
    }

    private Admission admission(Map<String, String> changed) {
        return new Admission(
                accounts,
                log,
                new Binder(new MapConfigurationPropertySource(changed))
                        .bindOrCreate("qiao.gateway", GatewaySettings.class));
    }
}
